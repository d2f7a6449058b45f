import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Section } from "#app/components/layout/section.tsx";
import { VersionNotice } from "#app/components/plan/version-notice.tsx";
import { Activities } from "#app/components/rollup/activities.tsx";
import { EditionNotice } from "#app/components/rollup/edition-notice.tsx";
import { GoalRoadmaps } from "#app/components/rollup/goal-roadmaps.tsx";
import { IndicatorTable } from "#app/components/rollup/indicator-table.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { NodeCounts } from "#app/components/rollup/node-counts.tsx";
import { NodeHeader } from "#app/components/rollup/node-header.tsx";
import { planWords } from "#app/components/rollup/plan-words.ts";
import { projectGroups } from "#app/components/rollup/project-groups.tsx";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { SummaryCounts } from "#app/components/rollup/summary-counts.tsx";
import { ThemeTags } from "#app/components/rollup/themes.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { listText } from "#app/i18n/list.ts";
import { t } from "#app/i18n/t.ts";
import { nodePage } from "#app/lib/node-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import type { NodeReading } from "#app/services/rollup/read-node.server.ts";
import { paths } from "#app/site/paths.ts";

export const loader = (args: LoaderFunctionArgs) =>
  nodePage(args, "goal", (data) => <Goal {...data} />);

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default KeptPage;

function Goal(data: NodeReading) {
  const { plan, fy, figures, node, summary, organisationNames: names } = data;
  const words = planWords(plan);
  const partners = (role: string) =>
    data.organisations.filter((o) => o.role === role).map((o) => o.shortName);
  return (
    <>
      <NodeHeader
        {...data}
        levelName={words.level("goal")}
        meta={[
          {
            term: plan.ownerKind === "council" ? t`幹事団体` : t`所管`,
            description: listText(partners("lead")),
          },
          { term: t`経済団体`, description: listText(partners("economic_partner")) },
          { term: t`リーダー`, description: listText(data.leaders) },
        ].filter((fact) => fact.description !== "")}
      />
      <p className="mb-6 print:hidden">
        <TextLink to={paths.sheet(plan.code, node.code, fy)}>{t`評価調書`}</TextLink>
      </p>
      <VersionNotice plan={data.plan} fy={data.fy} version={data.planVersion} />
      {data.edition && <EditionNotice edition={data.edition} />}
      {figures ? (
        <NodeCounts plan={plan} node={node} summary={summary} fy={fy} />
      ) : (
        <PublishedNotice />
      )}
      {data.indicators.length > 0 && (
        <Section title={words.outcomes}>
          <IndicatorTable
            explained
            caption={t`${node.name}の${words.outcomes}`}
            groups={[{ rows: data.indicators }]}
            plan={plan}
            fy={fy}
            figures={figures}
            names={names}
          />
        </Section>
      )}
      {data.children.map((policy) => (
        <Section
          key={policy.node.code}
          id={policy.node.code}
          title={
            <span className="inline-flex flex-wrap items-center gap-x-3">
              <TextLink to={paths.node(plan.code, policy.node, fy)} quiet>
                {t`${policy.node.number}　${policy.node.name}`}
              </TextLink>
              <ThemeTags themes={policy.node.themes} />
            </span>
          }
        >
          {policy.children.length === 0 ? (
            figures &&
            policy.summary.counted > 0 && (
              <SummaryCounts
                summary={policy.summary}
                rubric={plan.rubric}
                unit={words.counted}
                label={t`${policy.node.name} KPIの評価`}
              />
            )
          ) : (
            <IndicatorTable
              caption={t`${policy.node.name}のKPI`}
              groups={projectGroups(policy.children, plan, fy)}
              plan={plan}
              fy={fy}
              figures={figures}
              names={names}
            />
          )}
        </Section>
      ))}
      <GoalRoadmaps roadmaps={data.roadmaps} plan={plan} fy={fy} name={node.name} />
      <Activities activities={data.activities} plan={plan} name={node.name} />
    </>
  );
}
