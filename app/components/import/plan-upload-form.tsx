import { Button } from "#app/components/ui/button.tsx";
import { describedBy, FieldFrame } from "#app/components/ui/field-frame.tsx";
import { FileInput } from "#app/components/ui/file-input.tsx";

/** Sends the workbook of a plan. Works without scripts. */
export function PlanUploadForm({
  requestKey,
  error,
}: {
  requestKey: string;
  /** In words. */
  error: string | undefined;
}) {
  const texts = {
    id: "files",
    label: "記入した様式",
    required: true,
    support:
      "Excel（.xlsx、.xls）又はOpenDocument（.ods）のファイルを1つ選択してください。25MB、20万行までです。",
    error,
  };
  return (
    <form method="post" encType="multipart/form-data" className="max-w-[44rem] space-y-6">
      <input type="hidden" name="requestKey" value={requestKey} />
      <FieldFrame {...texts}>
        <FileInput name="files" accept=".xlsx,.xls,.ods" {...describedBy(texts)} />
      </FieldFrame>
      <div>
        <Button size="lg">内容を確認する</Button>
        <p className="mt-3 text-dns-14N-130 text-solid-gray-700">
          この段階では何も登録されません。送信したファイルは、取込の記録として保存されます。
        </p>
      </div>
    </form>
  );
}
