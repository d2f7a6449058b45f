import { Button } from "#app/components/ui/button.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { message } from "#app/i18n/messages.ts";

export const linkFields = ["recipients", "message", "expiresOn"] as const;

/** Whom to ask for a figure, with which words and until when. Works without scripts. */
export function LinkForm({
  input,
  errors,
  requestKey,
  organisation,
}: {
  input: Partial<Record<string, string>>;
  /** Message keys by field. */
  errors: Record<string, string>;
  requestKey: string;
  organisation: string;
}) {
  const common = (field: (typeof linkFields)[number]) => ({
    id: field,
    name: field,
    defaultValue: input[field],
    error: errors[field] ? message(errors[field]) : undefined,
  });
  return (
    <form method="post" noValidate className="max-w-3xl space-y-6">
      <input type="hidden" name="requestKey" value={requestKey} />
      {input.again && <input type="hidden" name="again" value={input.again} />}
      <TextareaField
        {...common("recipients")}
        label="照会先"
        required
        rows={4}
        support="1行に1件ずつ、「九州物産 <tanaka@example.co.jp>」のように名称とメールアドレスを入力します。1件ごとに専用のリンクを作成します。"
      />
      <TextareaField
        {...common("message")}
        label="連絡事項"
        required={false}
        rows={3}
        support={`照会の趣旨や${organisation}の問合せ先など。照会先の画面とメールに表示します。`}
      />
      <TextField
        {...common("expiresOn")}
        type="date"
        label="回答期限"
        required
        className="w-48"
        support="この日の終わりまで、リンクから回答と訂正ができます。"
      />
      <Button>回答を依頼する</Button>
    </form>
  );
}
