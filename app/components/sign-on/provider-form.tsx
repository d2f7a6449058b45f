import { Button } from "#app/components/ui/button.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { message } from "#app/i18n/messages.ts";

export const providerFields = ["issuer", "clientId", "clientSecret"] as const;

/** By which service an organisation's members sign in. The secret is typed and never shown. */
export function ProviderForm({
  provider,
  input,
  errors,
}: {
  /** What is kept now; null where nothing is. */
  provider: { issuer: string; clientId: string } | null;
  input: Record<string, string>;
  /** Message keys by field. */
  errors: Record<string, string>;
}) {
  const common = (field: (typeof providerFields)[number]) => ({
    id: field,
    name: field,
    error: errors[field] ? message(errors[field]) : undefined,
    autoComplete: "off",
    spellCheck: false,
  });
  return (
    <form method="post" noValidate className="max-w-3xl space-y-6">
      <input type="hidden" name="baseIssuer" value={provider?.issuer ?? ""} />
      <input type="hidden" name="baseClientId" value={provider?.clientId ?? ""} />
      <TextField
        {...common("issuer")}
        type="url"
        required
        label="発行者（issuer）"
        support="例：https://login.pref.example.lg.jp/realms/staff"
        defaultValue={input.issuer ?? provider?.issuer}
      />
      <TextField
        {...common("clientId")}
        required
        label="クライアントID"
        defaultValue={input.clientId ?? provider?.clientId}
      />
      <TextField
        {...common("clientSecret")}
        type="password"
        required={provider === null}
        label="クライアントシークレット"
        support={
          provider === null
            ? "暗号化して保存し、画面には表示しません。"
            : "登録済みです（画面には表示しません）。変更しない場合は、空欄のままにしてください。"
        }
        autoComplete="new-password"
      />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="set">
          {provider === null ? "登録する" : "変更する"}
        </Button>
        <Button variant="outline" name="intent" value="check">
          接続を確認する
        </Button>
      </div>
      <p className="text-dns-14N-130 text-solid-gray-700">
        「接続を確認する」は、発行者のアドレスに問い合わせるだけで、入力した内容を保存しません。
      </p>
    </form>
  );
}
