import { PageHeader } from "#app/components/layout/page-header.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import type { DiscussionSubject } from "#app/domain/discussion/subject.ts";
import { readersText } from "#app/i18n/discussion.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { paths } from "#app/site/paths.ts";

type Discussed = {
  plan: { code: string; name: string };
  goal: { code: string; name: string } | null;
  code: string;
  name: string;
  reporter: { shortName: string } | null;
  codes: DiscussionSubject;
};

/** What a discussion is about, who reads it, and the way back to the thing itself. */
export function DiscussionHeader({ page, open }: { page: Discussed; open: number }) {
  const { plan, goal, code, name, reporter, codes } = page;
  const thing = thingOf(plan.code, codes);
  const of =
    codes.kind === "figure"
      ? `${reporter?.shortName ?? ""}の${fiscalYearLabel(codes.fy)}の報告値　`
      : "";
  return (
    <PageHeader
      breadcrumbs={[
        { to: paths.plan(plan.code), label: plan.name },
        ...(goal
          ? [{ to: paths.node(plan.code, { kind: "goal", code: goal.code }), label: goal.name }]
          : []),
        { to: thing.above, label: name },
        { label: "意見・質問" },
      ]}
      eyebrow={code}
      title="意見・質問"
      lead={`${of}${name}`}
      actions={
        <>
          {open > 0 && <ButtonLink to="#new">新しく書く</ButtonLink>}
          {thing.to && (
            <ButtonLink to={thing.to} variant="text">
              {thing.label}
            </ButtonLink>
          )}
        </>
      }
      meta={[{ term: "見られる人", description: readersText(codes, reporter?.shortName ?? null) }]}
    />
  );
}

/** The page of the thing itself and of what it hangs on. */
function thingOf(plan: string, subject: DiscussionSubject) {
  if (subject.kind === "project")
    return {
      above: paths.node(plan, { kind: "project", code: subject.code }),
      to: paths.progress(plan, subject.code),
      label: "進み具合を見る",
    };
  return { above: paths.indicator(plan, subject.code), to: null, label: null };
}
