import { Button } from "#app/components/ui/button.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { message } from "#app/i18n/messages.ts";

/** Changes the name by which one is shown. */
export function RenameForm({ name, error }: { name: string; error: string | undefined }) {
  return (
    <form method="post" className="max-w-[30rem] space-y-4">
      <TextField
        id="name"
        name="name"
        label="表示名"
        support="60文字以内。役職や担当の名称でも構いません。"
        required
        autoComplete="name"
        defaultValue={name}
        error={error && message(error)}
      />
      <Button>表示名を変更する</Button>
    </form>
  );
}
