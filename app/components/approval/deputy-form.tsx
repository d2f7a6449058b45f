import { Button } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { message } from "#app/i18n/messages.ts";

export const deputyFields = ["person", "fromOn", "untilOn", "reason"] as const;

/** Names who decides in the approvers' place on some days. Works without scripts. */
export function DeputyForm({
  drafters,
  input,
  errors,
  requestKey,
}: {
  /** Who may be named. */
  drafters: readonly { id: string; name: string }[];
  input: Record<string, string>;
  /** Message keys by field. */
  errors: Record<string, string>;
  requestKey: string;
}) {
  const common = (field: (typeof deputyFields)[number]) => ({
    id: field,
    name: field,
    required: true,
    defaultValue: input[field],
    error: errors[field] ? message(errors[field]) : undefined,
  });
  return (
    <form method="post" noValidate className="max-w-3xl space-y-5">
      <input type="hidden" name="requestKey" value={requestKey} />
      <SelectField
        {...common("person")}
        label="代決する人"
        className="w-96"
        options={[
          { value: "", label: "選択してください" },
          ...drafters.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <div className="flex flex-wrap gap-6">
        <TextField {...common("fromOn")} type="date" label="初日" className="w-48" />
        <TextField {...common("untilOn")} type="date" label="最終日" className="w-48" />
      </div>
      <TextField {...common("reason")} label="理由" support="例：決裁者の出張、欠員" />
      <Button name="intent" value="deputise">
        代決する人を登録する
      </Button>
    </form>
  );
}
