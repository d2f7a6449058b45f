import { ScheduleBars } from "#app/components/charts/schedule-bars.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { Activity } from "#app/domain/sheet/evaluation-sheet.ts";
import { dateText } from "#app/i18n/progress.ts";
import { paths } from "#app/site/paths.ts";
import { ActivityBadge } from "./activity-badge.tsx";
import type { ShownReport } from "./shown.ts";

type Shown = Activity & { id: string; newest: ShownReport | null };

type Props = {
  activities: readonly Shown[];
  plan: { code: string; firstFy: number; lastFy: number };
  project: { code: string; name: string };
  mayReport: boolean;
};

/** The 主な取組 of a project with how each gets on; nothing where the plan names none. */
export function ActivitySection({ activities, plan, project, mayReport }: Props) {
  if (activities.length === 0) return null;
  const reported = activities.filter(({ newest }) => newest !== null).length;
  const standings = activities.map((activity) => (
    <Standing
      key={activity.id}
      activity={activity}
      to={paths.activity(plan.code, project.code, activity.id)}
      mayReport={mayReport}
    />
  ));
  return (
    <Section title="主な取組" aside={`報告 ${reported}／${activities.length}件`}>
      {activities.some(({ bars }) => bars.length > 0) ? (
        <ScheduleBars
          activities={activities}
          firstFy={plan.firstFy}
          lastFy={plan.lastFy}
          caption={`${project.name}の主な取組の予定と状況`}
          stateOf={(index) => standings[index]}
        />
      ) : (
        <ul className="border-y border-t-2 border-solid-gray-420 border-t-solid-gray-900">
          {activities.map(({ id, name }, index) => (
            <li
              key={id}
              className="grid break-inside-avoid gap-x-6 gap-y-1 border-t border-solid-gray-200 py-3 first:border-t-0 sm:grid-cols-2 print:grid-cols-2"
            >
              <p className="text-dns-16B-130 leading-150">{name}</p>
              {standings[index]}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Standing({
  activity: { name, newest },
  to,
  mayReport,
}: {
  activity: Shown;
  to: string;
  mayReport: boolean;
}) {
  const link = mayReport ? "状況を報告する" : newest && "これまでの報告";
  return (
    <div className="space-y-1 text-dns-14N-130">
      {newest ? (
        <>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <ActivityBadge state={newest.state} />
            {newest.isDemo && <DemoTag />}
          </p>
          {newest.note && <p className="leading-150 whitespace-pre-line">{newest.note}</p>}
          <p className="text-note text-solid-gray-600">
            <time dateTime={newest.createdAt.toISOString()} className="mr-3">
              {dateText(newest.createdAt)}
            </time>
            {newest.authorOrganisation}　{newest.author}
          </p>
        </>
      ) : (
        <p className="text-solid-gray-600">報告なし</p>
      )}
      {link && (
        <p className="print:hidden">
          <TextLink to={to}>
            {link}
            <span className="sr-only">：{name}</span>
          </TextLink>
        </p>
      )}
    </div>
  );
}
