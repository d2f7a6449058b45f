import { Button } from "#app/components/ui/button.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { message } from "#app/i18n/messages.ts";

export const acceptFields = ["email", "name", "password"] as const;

/** What a person new to the portal says of themselves. Works without scripts. */
export function AcceptForm({
  asksAddress,
  input,
  errors,
}: {
  /** Nobody's address is known yet: the first person of the portal gives their own. */
  asksAddress: boolean;
  input: Record<string, string>;
  /** Message keys by field. */
  errors: Record<string, string>;
}) {
  const common = (field: (typeof acceptFields)[number]) => ({
    id: field,
    name: field,
    required: true,
    error: errors[field] ? message(errors[field]) : undefined,
  });
  return (
    <form method="post" noValidate className="space-y-6">
      {asksAddress && (
        <TextField
          {...common("email")}
          type="email"
          label="メールアドレス"
          support="ログインに使います。"
          autoComplete="username"
          defaultValue={input.email}
        />
      )}
      <TextField
        {...common("name")}
        label="氏名"
        support="手続の記録や、ほかの利用者の画面に表示されます。"
        autoComplete="name"
        defaultValue={input.name}
      />
      <TextField
        {...common("password")}
        type="password"
        label="パスワード"
        support="12文字以上で、推測されにくいものにしてください。記号や数字を混ぜる必要はありません。"
        autoComplete="new-password"
      />
      <Button size="lg" className="w-full">
        登録して参加する
      </Button>
    </form>
  );
}
