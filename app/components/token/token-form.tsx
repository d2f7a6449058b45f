import { Button } from "#app/components/ui/button.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { tokenScopes } from "#app/domain/identity/states.ts";
import { tokenDays } from "#app/domain/token/key.ts";
import { message } from "#app/i18n/messages.ts";
import { tokenScopeLabels, tokenScopeSentences } from "#app/i18n/token.ts";

export const tokenFields = ["name", "scope", "days"] as const;

/** Issues a key: for what, with which scope and for how long. Works without scripts. */
export function TokenForm({
  input,
  errors,
  requestKey,
}: {
  input: Record<string, string>;
  /** Message keys by field. */
  errors: Record<string, string>;
  requestKey: string;
}) {
  const error = (field: (typeof tokenFields)[number]) =>
    errors[field] ? message(errors[field]) : undefined;
  return (
    <form method="post" noValidate className="max-w-3xl space-y-6">
      <input type="hidden" name="requestKey" value={requestKey} />
      <TextField
        id="name"
        name="name"
        label="名称"
        required
        support="使うシステムが分かる名称にします。例：統計システム連携"
        defaultValue={input.name}
        error={error("name")}
      />
      <RadioGroup
        id="scope"
        name="scope"
        label="できること"
        required
        options={tokenScopes.map((scope) => ({
          value: scope,
          label: tokenScopeLabels[scope],
          support: tokenScopeSentences[scope],
        }))}
        defaultValue={input.scope ?? "read"}
        error={error("scope")}
      />
      <TextField
        id="days"
        name="days"
        label="有効日数"
        required
        numeric
        unit="日"
        support={`${tokenDays.most}日まで。期限が来ると使えなくなります。`}
        defaultValue={input.days ?? String(tokenDays.usual)}
        error={error("days")}
      />
      <Button name="intent" value="issue">
        APIキーを発行する
      </Button>
    </form>
  );
}
