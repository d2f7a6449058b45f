import { AttachmentList } from "#app/components/attachment/attachment-list.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { groupBy } from "#app/domain/group-by.ts";
import { dueYearOf } from "#app/domain/progress/milestone.ts";
import { fiscalYearLabel, fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { dayText } from "#app/i18n/labels.ts";
import { dueText } from "#app/i18n/progress.ts";
import { paths } from "#app/site/paths.ts";
import { Evidence } from "./evidence.tsx";
import { MilestoneBadge } from "./milestone-badge.tsx";
import type { ShownStep } from "./shown.ts";

type Shown = ShownStep & { overdue: boolean };

/** The milestones along the years in which they are due. */
export function MilestoneTimeline({
  milestones,
  plan,
  project,
  thisYear,
}: {
  /** In the order in which they are due. */
  milestones: readonly Shown[];
  plan: string;
  project: string;
  thisYear: number;
}) {
  const years = groupBy(milestones, dueYearOf);
  return (
    <ol className="border-y border-t-2 border-solid-gray-420 border-t-solid-gray-900">
      {[...years].map(([fy, due]) => (
        <li
          key={fy}
          className="grid border-t border-solid-gray-420 first:border-t-0 sm:grid-cols-[8.5rem_minmax(0,1fr)] print:grid-cols-[8.5rem_minmax(0,1fr)]"
        >
          <h3
            className={`px-1 pt-3 pb-1 sm:border-r-4 sm:pb-3 print:border-r-4 ${fy === thisYear ? "border-blue-900" : "border-solid-gray-200"}`}
          >
            <span aria-hidden="true" className="mr-2 text-std-18B-160 tabular-nums sm:block">
              {fiscalYearShort(fy)}
            </span>
            <span className="text-note text-solid-gray-600">{fiscalYearLabel(fy)}</span>
            {fy === thisYear && (
              <Tag tone="blue" className="max-sm:ml-2">
                今年度
              </Tag>
            )}
          </h3>
          <ul>
            {due.map((milestone) => (
              <li
                key={milestone.milestoneId}
                className="grid break-inside-avoid gap-x-5 gap-y-1 border-t border-solid-gray-200 py-3 text-dns-14N-130 first:border-t-0 sm:pl-5 md:grid-cols-[minmax(0,1fr)_7rem_13rem] print:grid-cols-[minmax(0,1fr)_5rem_12rem] print:pl-3"
              >
                <div>
                  <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                    <MilestoneBadge state={milestone.state} overdue={milestone.overdue} />
                    <TextLink
                      to={paths.milestone(plan, project, milestone.milestoneId)}
                      className="text-dns-16B-130"
                    >
                      {milestone.name}
                    </TextLink>
                    {milestone.isDemo && <DemoTag />}
                  </p>
                  <Said milestone={milestone} />
                  <AttachmentList attachments={milestone.attachments} className="mt-2" />
                </div>
                <p>
                  <span className="mr-2 text-solid-gray-600">
                    担当<span className="sr-only">団体：</span>
                  </span>
                  {milestone.organisation.shortName}
                </p>
                <p className={milestone.overdue ? "font-bold text-red-900" : ""}>
                  <span className="mr-2 font-normal text-solid-gray-600">
                    期限<span className="sr-only">：</span>
                  </span>
                  {dueText(milestone)}
                </p>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Said({ milestone }: { milestone: Shown }) {
  const { reason, reachedOn, evidence } = milestone;
  if (!reason && !reachedOn && !evidence) return null;
  return (
    <div className="mt-1.5 space-y-1 leading-150">
      {reachedOn && <p>{dayText(reachedOn)}に達成</p>}
      {reason && <p className="whitespace-pre-line">理由：{reason}</p>}
      {evidence && (
        <p>
          根拠：
          <Evidence text={evidence} />
        </p>
      )}
    </div>
  );
}
