import { ScheduleBars } from "#app/components/charts/schedule-bars.tsx";
import { Section } from "#app/components/layout/section.tsx";
import type { Activity } from "#app/domain/sheet/evaluation-sheet.ts";
import { t } from "#app/i18n/t.ts";

/** The 主な取組 of a node: along the years where the plan prints when, as a list where it does not. */
export function Activities({
  activities,
  plan,
  name,
}: {
  activities: readonly Activity[];
  plan: { firstFy: number; lastFy: number };
  /** The node's. */
  name: string;
}) {
  if (activities.length === 0) return null;
  return (
    <Section title={t`主な取組`}>
      {activities.some((activity) => activity.bars.length > 0) ? (
        <ScheduleBars
          activities={activities}
          firstFy={plan.firstFy}
          lastFy={plan.lastFy}
          caption={t`${name}の主な取組`}
        />
      ) : (
        <ul className="list-disc space-y-1 pl-6">
          {activities.map((activity) => (
            <li key={activity.name}>{activity.name}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
