import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { StatusLine } from "#app/components/progress/status-line.tsx";
import { planWords } from "#app/components/rollup/plan-words.ts";
import { ThemeTags } from "#app/components/rollup/themes.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { OwnIndicatorTable } from "#app/components/workspace/own-indicator-table.tsx";
import { fiscalYearLabel, yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { dayText } from "#app/i18n/labels.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { yearOf } from "#app/lib/year.ts";
import { readPtWorkspace } from "#app/services/workspace/read-pt.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const context = await serviceContext(args);
  const codes = {
    organisation: String(args.params.organisation),
    plan: String(args.params.plan),
    pt: String(args.params.pt),
  };
  const reading = await forPage(readPtWorkspace(context, codes, yearOf(args.request)));
  return { ...reading, now: new Date() };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(
    data && `${data.goal.name}｜${data.membership.shortName}`,
    data && fiscalYearLabel(data.fy),
  );

export default function PtWorkspace() {
  const { membership, plan, fy, round, goal, outcomes, policies, people, leaders, now } =
    useLoaderData<typeof loader>();
  const names = (role: string) =>
    people.filter((person) => person.role === role).map((person) => person.shortName);
  const leads = people.some((p) => p.role === "lead" && p.slug === membership.slug);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(membership.slug),
            label: `${membership.shortName}のワークスペース`,
          },
          { label: goal.name },
        ]}
        eyebrow={membership.shortName}
        title={goal.name}
        actions={
          <>
            {leads && (
              <ButtonLink to={paths.review(membership.slug)}>受理待ちを確認する</ButtonLink>
            )}
            <ButtonLink to={paths.node(plan.code, goal, fy)}>域内の集計を見る</ButtonLink>
          </>
        }
        meta={[
          { term: "幹事団体", description: names("lead").join("、") },
          { term: "経済団体", description: names("economic_partner").join("、") },
          { term: "リーダー", description: leaders.map((leader) => leader.office).join("、") },
          ...(round ? [{ term: "回答期限", description: dayText(round.dueOn) }] : []),
        ].filter((fact) => fact.description !== "")}
      >
        <YearSelect
          years={yearRange(plan.firstFy, plan.lastFy)}
          current={fy}
          action={paths.pt(membership.slug, plan.code, goal.code)}
        />
      </PageHeader>
      {outcomes.length > 0 && (
        <Section title={planWords(plan).outcomes}>
          <OwnIndicatorTable
            caption={`${goal.name}の${planWords(plan).outcomes}`}
            groups={[{ rows: outcomes }]}
            organisation={membership.slug}
            plan={plan.code}
            fy={fy}
          />
        </Section>
      )}
      {policies.map((policy) => (
        <Section
          key={policy.code}
          title={
            <span className="inline-flex flex-wrap items-center gap-x-3">
              {policy.number}　{policy.name}
              <ThemeTags themes={policy.themes} />
            </span>
          }
        >
          <OwnIndicatorTable
            caption={`${policy.name}のKPI`}
            groups={policy.projects.map((project) => ({
              rows: project.indicators,
              heading: {
                key: project.code,
                title: (
                  <>
                    <span className="inline-flex flex-wrap items-center gap-x-2">
                      <TextLink to={paths.node(plan.code, project, fy)} quiet>
                        {project.number}　{project.name}
                      </TextLink>
                      {project.repostOfId && <Tag>再掲</Tag>}
                    </span>
                    {project.purpose && (
                      <span className="mt-0.5 block font-normal text-solid-gray-700">
                        {project.purpose}
                      </span>
                    )}
                    <StatusLine
                      progress={project.progress}
                      to={paths.progress(plan.code, project.code)}
                      project={project.name}
                      organisation={membership.shortName}
                      leads={leads}
                      now={now}
                    />
                  </>
                ),
              },
            }))}
            organisation={membership.slug}
            plan={plan.code}
            fy={fy}
          />
        </Section>
      ))}
    </>
  );
}
