import { TextField } from "#app/components/ui/text-field.tsx";
import { passwordLength } from "#app/domain/identity/password.ts";
import { message } from "#app/i18n/messages.ts";

/** The two fields in which somebody chooses a password. */
export function NewPasswordFields({ errors }: { errors: Record<string, string> }) {
  const errorOf = (field: string) => errors[field] && message(errors[field]);
  return (
    <>
      <TextField
        id="password"
        name="password"
        type="password"
        label="新しいパスワード"
        support={`${passwordLength.least}文字以上${passwordLength.most}文字以内。文字の種類は問いません。関係のない単語をいくつか並べると、長くて覚えやすくなります。`}
        autoComplete="new-password"
        error={errorOf("password") || undefined}
        required
      />
      <TextField
        id="repeat"
        name="repeat"
        type="password"
        label="新しいパスワード（確認）"
        autoComplete="new-password"
        error={errorOf("repeat") || undefined}
        required
      />
    </>
  );
}
