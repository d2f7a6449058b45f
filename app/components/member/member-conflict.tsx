import { ContentRows } from "#app/components/progress/content-rows.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { chosenGoals } from "#app/domain/identity/chosen-goals.ts";
import { roleLabels } from "#app/i18n/labels.ts";
import { goalsText } from "#app/i18n/member.ts";
import { type Role, roles } from "#app/policy/roles.ts";

/** A colleague changed the same person meanwhile: what was chosen beside what is kept. */
export function MemberConflict({
  goals,
  typed,
  kept,
}: {
  goals: readonly { id: string; name: string }[];
  typed: Record<string, string>;
  kept: { role: Role; goals: readonly { name: string }[] };
}) {
  const chosen = chosenGoals(typed);
  const role = roles.find((each) => each === typed.role);
  return (
    <NotificationBanner
      kind="warning"
      live
      takesFocus
      title="ほかの人が先に変更したため、保存していません"
    >
      <p>
        選択した内容は下の欄に残っています。内容を確かめて、必要であればもう一度保存してください。
      </p>
      <ContentRows
        rows={[
          { term: "役割", mine: role ? roleLabels[role] : "", theirs: roleLabels[kept.role] },
          {
            term: "担当PT",
            mine: goalsText(goals.filter(({ id }) => chosen.includes(id))),
            theirs: goalsText(kept.goals),
          },
        ]}
      />
    </NotificationBanner>
  );
}
