import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { FieldError } from "#app/components/ui/field-frame.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { roleLabels } from "#app/i18n/labels.ts";
import { message } from "#app/i18n/messages.ts";
import type { Role } from "#app/policy/roles.ts";

export const handOverFields = ["to", "note", "end"] as const;

/** Leaves somebody's open work to a colleague. Works without scripts. */
export function HandOverForm({
  colleagues,
  input,
  errors,
}: {
  colleagues: readonly { id: string; name: string; role: Role }[];
  input: Record<string, string>;
  /** Message keys by field. */
  errors: Record<string, string>;
}) {
  const common = (field: (typeof handOverFields)[number]) => ({
    id: field,
    name: field,
    error: errors[field] ? message(errors[field]) : undefined,
  });
  return (
    <form method="post" noValidate className="max-w-3xl space-y-6">
      <SelectField
        {...common("to")}
        label="引き継ぐ人"
        required
        className="w-96"
        defaultValue={input.to}
        options={[
          { value: "", label: "選択してください" },
          ...colleagues.map(({ id, name, role }) => ({
            value: id,
            label: `${name}（${roleLabels[role]}）`,
          })),
        ]}
      />
      <TextareaField
        {...common("note")}
        label="引継ぎの内容"
        support="後任の人に伝えることを1,000文字以内で記入してください。上の一覧と一緒に届きます。"
        required={false}
        defaultValue={input.note}
      />
      <div>
        <Checkbox
          id="end"
          name="end"
          value="yes"
          label="引継ぎと同時に、この人の所属を終了する"
          defaultChecked={input.end === "yes"}
        />
        <FieldError id="end" error={errors.end ? message(errors.end) : undefined} />
      </div>
      <Button>業務を引き継ぐ</Button>
    </form>
  );
}
