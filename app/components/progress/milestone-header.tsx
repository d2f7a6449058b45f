import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { dayText } from "#app/i18n/labels.ts";
import { dueText } from "#app/i18n/progress.ts";
import { Evidence } from "./evidence.tsx";
import { MilestoneBadge } from "./milestone-badge.tsx";
import { progressCrumbs } from "./progress-crumbs.ts";
import type { ShownMilestone } from "./shown.ts";

/** The head of a milestone's page: what it is and how far it has come. */
export function MilestoneHeader({
  project,
  milestone,
}: {
  project: Parameters<typeof progressCrumbs>[0];
  /** Null while it is not there yet. */
  milestone: (ShownMilestone & { overdue: boolean }) | null;
}) {
  const { node } = project;
  const eyebrow = `マイルストーン　${node.code}　${node.name}`;
  if (!milestone)
    return (
      <PageHeader
        breadcrumbs={progressCrumbs(project, "マイルストーンの追加")}
        eyebrow={eyebrow}
        title="マイルストーンの追加"
      />
    );
  const { name, state, overdue, organisation, reachedOn, reason, evidence, isDemo } = milestone;
  return (
    <PageHeader
      breadcrumbs={progressCrumbs(project, name)}
      eyebrow={eyebrow}
      title={name}
      meta={[
        {
          term: "状況",
          description: (
            <>
              <MilestoneBadge state={state} overdue={overdue} />
              {isDemo && <DemoTag className="ml-2" />}
            </>
          ),
        },
        { term: "期限", description: dueText(milestone) },
        { term: "担当団体", description: organisation.shortName },
        { term: "達成日", description: reachedOn && dayText(reachedOn) },
        { term: "理由", description: reason },
        { term: "根拠", description: evidence && <Evidence text={evidence} /> },
      ].filter((fact) => fact.description)}
    />
  );
}
