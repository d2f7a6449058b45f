import { Button } from "#app/components/ui/button.tsx";
import { chosenGoals } from "#app/domain/identity/chosen-goals.ts";
import { message } from "#app/i18n/messages.ts";
import type { Role } from "#app/policy/roles.ts";
import { GoalBoxes } from "./goal-boxes.tsx";
import { RoleChoice } from "./role-choice.tsx";

export const memberFields = ["role", "goals", "end"] as const;

/** Changes what somebody is in an organisation. Works without scripts. */
export function MemberForm({
  goals,
  kept,
  refused,
  errors,
}: {
  goals: readonly { id: string; name: string }[];
  /** As they are now. */
  kept: { role: Role; goalIds: readonly string[] };
  refused: { said: string; values: Record<string, string> } | null;
  /** Message keys by field. */
  errors: Record<string, string>;
}) {
  const typed = refused?.values;
  // A mistake that is put right does not hide what a colleague changed meanwhile.
  const base = refused?.said === "invalid" ? refused.values : null;
  return (
    <form method="post" noValidate className="max-w-3xl space-y-6">
      <input type="hidden" name="baseRole" value={base?.baseRole ?? kept.role} />
      <input type="hidden" name="baseGoals" value={base?.baseGoals ?? kept.goalIds.join()} />
      <RoleChoice
        chosen={typed?.role ?? kept.role}
        error={errors.role ? message(errors.role) : undefined}
      />
      <GoalBoxes
        goals={goals}
        chosen={typed ? chosenGoals(typed) : kept.goalIds}
        error={errors.goals ? message(errors.goals) : undefined}
      />
      <Button name="intent" value="change">
        変更を保存する
      </Button>
    </form>
  );
}
