import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { EvaluatedMark } from "#app/components/evaluation/evaluated-mark.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { EndNotice } from "#app/components/plan/end-notice.tsx";
import { ProjectHistory } from "#app/components/plan/project-history.tsx";
import { ResultsByOrganisation } from "#app/components/plan/results-by-organisation.tsx";
import { VersionNotice } from "#app/components/plan/version-notice.tsx";
import { Activities } from "#app/components/rollup/activities.tsx";
import { EditionNotice } from "#app/components/rollup/edition-notice.tsx";
import { IndicatorTable } from "#app/components/rollup/indicator-table.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { NodeHeader } from "#app/components/rollup/node-header.tsx";
import { planWords } from "#app/components/rollup/plan-words.ts";
import { ProjectRoadmaps } from "#app/components/rollup/project-roadmaps.tsx";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { ThemeTags } from "#app/components/rollup/themes.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { listText } from "#app/i18n/list.ts";
import { rich, t } from "#app/i18n/t.ts";
import { nodePage } from "#app/lib/node-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import type { NodeReading } from "#app/services/rollup/read-node.server.ts";
import { paths } from "#app/site/paths.ts";

export const loader = (args: LoaderFunctionArgs) =>
  nodePage(args, "project", (data) => <Project {...data} />);

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default KeptPage;

function Project(data: NodeReading) {
  const { plan, fy, figures, node, summary, original, reposts, project } = data;
  const team = data.facts?.team ?? [];
  const lead = team.find(({ role }) => role === "lead");
  const partners = team.filter(({ role }) => role !== "lead");
  const facts = [
    lead !== undefined && { term: planWords(plan).lead, description: lead.shortName },
    partners.length > 0 && {
      term: t`参加団体`,
      description: listText(partners.map(({ shortName }) => shortName)),
    },
    project && {
      term: t`計画期間`,
      description: t`${fiscalYearShort(project.firstFy)}～${fiscalYearShort(project.lastFy)}`,
    },
    node.themes.length > 0 && {
      term: t`横断テーマ`,
      description: <ThemeTags themes={node.themes} />,
    },
    original && {
      term: t`再掲元`,
      description: (
        <TextLink to={paths.node(plan.code, original, fy)}>
          {t`${original.code}　${original.name}`}
        </TextLink>
      ),
    },
    reposts.length > 0 && {
      term: t`再掲先`,
      description: reposts.map((repost) => (
        <TextLink key={repost.code} to={paths.node(plan.code, repost, fy)} className="mr-3">
          {repost.code}
        </TextLink>
      )),
    },
    project !== null && project.bureau !== null && { term: t`担当局`, description: project.bureau },
    project !== null &&
      project.fundingTags.length > 0 && {
        term: t`交付金`,
        description: listText(project.fundingTags),
      },
    data.strategies.length > 0 && {
      term: planWords(plan).level("strategy"),
      description: data.strategies.map((strategy) => (
        <TextLink key={strategy.code} to={paths.node(plan.code, strategy, fy)} className="block">
          {t`${strategy.number}　${strategy.name}`}
        </TextLink>
      )),
    },
    figures &&
      summary.mark !== null && {
        term: t`評価`,
        description: (
          <ProjectMark summary={summary} override={data.override} marks={plan.rubric.marks} />
        ),
      },
  ].filter((fact) => fact !== null && fact !== false);
  return (
    <>
      <NodeHeader
        {...data}
        levelName={planWords(plan).level("project")}
        lead={project?.purpose ?? undefined}
        meta={facts}
      />
      <VersionNotice plan={data.plan} fy={data.fy} version={data.planVersion} />
      {data.edition && <EditionNotice edition={data.edition} />}
      {!figures && <PublishedNotice />}
      {data.facts && <EndNotice plan={plan.code} fy={fy} facts={data.facts} />}
      <Section title={t`重要業績評価指標（KPI）`}>
        <IndicatorTable
          explained
          caption={t`${node.name}のKPI`}
          groups={[{ rows: data.indicators }]}
          plan={plan}
          fy={fy}
          figures={figures}
          names={data.organisationNames}
        />
        {figures && (
          <p className="mt-3">
            <TextLink to={paths.count(plan.code, node, fy)}>{t`評価の内訳`}</TextLink>
          </p>
        )}
        {figures && !data.edition && !original && (
          <p className="mt-1">
            <TextLink to={paths.assessment(plan.code, "project", node.code, fy)}>
              {t`${planWords(plan).level("project")}の評価を設定する`}
            </TextLink>
          </p>
        )}
        {figures && !data.edition && (
          <p className="mt-1">
            <TextLink to={paths.progress(plan.code, (original ?? node).code)}>
              {t`進み具合（進捗報告とマイルストーン）`}
            </TextLink>
          </p>
        )}
        {figures && !data.edition && (
          <p className="mt-1">
            <TextLink
              to={paths.discussion(plan.code, { kind: "project", code: (original ?? node).code })}
            >
              {t`意見・質問`}
            </TextLink>
          </p>
        )}
        {project?.overviewText && (
          <p className="mt-3 text-dns-14N-130 text-solid-gray-700">
            {t`計画の概要版での表記：${project.overviewText}`}
          </p>
        )}
      </Section>
      <ProjectRoadmaps roadmaps={data.roadmaps} plan={plan} fy={fy} />
      {figures && !data.edition && data.facts && (
        <ResultsByOrganisation
          plan={plan.code}
          fy={fy}
          reported={data.facts.reported}
          names={data.organisationNames}
        />
      )}
      <Activities activities={data.activities} plan={plan} name={node.name} />
      {data.facts && <ProjectHistory plan={plan.code} history={data.facts.history} />}
    </>
  );
}

/** The project's mark; where a person set another than the computed one, both with the reason. */
function ProjectMark({
  summary,
  override,
  marks,
}: {
  summary: NodeReading["summary"];
  override: NodeReading["override"];
  marks: Rubric["marks"];
}) {
  return (
    <>
      <EvaluatedMark evaluation={{ ...summary, unjudged: null }} marks={marks} />
      {override && summary.mark !== summary.computedMark && (
        <span className="block text-dns-14N-130 text-solid-gray-700">
          {rich`算出された評価：${
            summary.computedMark === null ? (
              t`なし`
            ) : (
              <EvaluatedMark
                evaluation={{ mark: summary.computedMark, unjudged: null }}
                marks={marks}
              />
            )
          }（上書きの理由：${override.reason}）`}
        </span>
      )}
    </>
  );
}
