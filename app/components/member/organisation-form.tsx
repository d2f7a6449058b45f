import { Button } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { organisationKinds } from "#app/domain/indicator/definition.ts";
import { message } from "#app/i18n/messages.ts";
import { organisationKindLabels, organisationLabels } from "#app/i18n/organisation.ts";

export const organisationFields = ["slug", "kind", "code", "shortName", "name"] as const;

/** Says what an organisation is and is called. Works without scripts. */
export function OrganisationForm({
  input,
  errors,
  base,
}: {
  input: Record<string, string | null>;
  /** Message keys by field. */
  errors: Record<string, string>;
  /** What the form was made from; null where the organisation is new. */
  base: string | null;
}) {
  const common = (field: (typeof organisationFields)[number]) => ({
    id: field,
    name: field,
    label: organisationLabels[field],
    defaultValue: input[field] ?? "",
    error: errors[field] ? message(errors[field]) : undefined,
  });
  return (
    <form method="post" noValidate className="max-w-3xl space-y-6">
      <input type="hidden" name="intent" value="save" />
      {base === null ? (
        <TextField
          {...common("slug")}
          required
          className="w-72"
          support="例：saga。画面のアドレスに使います。あとから変更できません。"
          autoComplete="off"
        />
      ) : (
        <input type="hidden" name="base" value={base} />
      )}
      <TextField {...common("name")} required support="例：一般社団法人九州経済連合会" />
      <TextField
        {...common("shortName")}
        required
        className="w-72"
        support="表や見出しに使います。例：九経連"
      />
      <SelectField
        {...common("kind")}
        required
        className="w-72"
        options={[
          { value: "", label: "選択してください" },
          ...organisationKinds.map((kind) => ({
            value: kind,
            label: organisationKindLabels[kind],
          })),
        ]}
      />
      <TextField
        {...common("code")}
        required={false}
        className="w-48"
        inputMode="numeric"
        support="都道府県は2桁、市町村は5桁です。そのほかの団体では空欄にします。"
      />
      <Button>{base === null ? "団体を登録する" : "変更を保存する"}</Button>
    </form>
  );
}
