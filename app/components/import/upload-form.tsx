import { Button } from "#app/components/ui/button.tsx";
import { describedBy, FieldFrame } from "#app/components/ui/field-frame.tsx";
import { FileInput } from "#app/components/ui/file-input.tsx";
import { message } from "#app/i18n/messages.ts";

/** Sends a filled form; what is in it is looked through before anything is written. */
export function UploadForm({
  requestKey,
  error,
}: {
  requestKey: string;
  /** The message key of the field `files`. */
  error: string | undefined;
}) {
  const texts = {
    id: "files",
    label: "入力した様式",
    required: true,
    support:
      "Excel（.xlsx、.xls）、OpenDocument（.ods）、CSVのファイルを1つ選択してください。10MBまでです。",
    error: error === undefined ? undefined : message(error),
  };
  return (
    <form method="post" encType="multipart/form-data" className="max-w-[44rem] space-y-6">
      <input type="hidden" name="requestKey" value={requestKey} />
      <FieldFrame {...texts}>
        <FileInput name="files" accept=".xlsx,.xls,.ods,.csv,.tsv,.txt" {...describedBy(texts)} />
      </FieldFrame>
      <Button size="lg">内容を確認する</Button>
    </form>
  );
}
