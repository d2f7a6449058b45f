import { Button } from "#app/components/ui/button.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { chosenGoals } from "#app/domain/identity/chosen-goals.ts";
import { addressesAtMost } from "#app/domain/invitation/addresses.ts";
import { message } from "#app/i18n/messages.ts";
import { GoalBoxes } from "./goal-boxes.tsx";
import { RoleChoice } from "./role-choice.tsx";

export const inviteFields = ["emails", "role", "goals"] as const;

/** Asks people into an organisation. Works without scripts. */
export function InviteForm({
  goals,
  input,
  errors,
}: {
  goals: readonly { id: string; name: string }[];
  input: Record<string, string>;
  /** Message keys by field. */
  errors: Record<string, string>;
}) {
  const words = (field: (typeof inviteFields)[number]) =>
    errors[field] ? message(errors[field]) : undefined;
  return (
    <form method="post" noValidate className="max-w-3xl space-y-6">
      <TextareaField
        id="emails"
        name="emails"
        label="メールアドレス"
        support={`1行に1人ずつ、${addressesAtMost}人まで入力できます。同じ役割と担当PTで招待します。`}
        required
        rows={4}
        defaultValue={input.emails}
        error={words("emails")}
        autoComplete="off"
        spellCheck={false}
      />
      <RoleChoice chosen={input.role} error={words("role")} />
      <GoalBoxes goals={goals} chosen={chosenGoals(input)} error={words("goals")} />
      <Button>招待する</Button>
    </form>
  );
}
