import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Section } from "#app/components/layout/section.tsx";
import { VersionNotice } from "#app/components/plan/version-notice.tsx";
import { EditionNotice } from "#app/components/rollup/edition-notice.tsx";
import { IndicatorTable } from "#app/components/rollup/indicator-table.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { NodeCounts } from "#app/components/rollup/node-counts.tsx";
import { NodeHeader } from "#app/components/rollup/node-header.tsx";
import { planWords } from "#app/components/rollup/plan-words.ts";
import { projectGroups } from "#app/components/rollup/project-groups.tsx";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { ThemeTags } from "#app/components/rollup/themes.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { t } from "#app/i18n/t.ts";
import { nodePage } from "#app/lib/node-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import type { NodeReading } from "#app/services/rollup/read-node.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  nodePage(args, "policy", (data) => <Policy {...data} />);

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default KeptPage;

function Policy(data: NodeReading) {
  const { plan, figures, node, summary } = data;
  const words = planWords(plan);
  return (
    <>
      <NodeHeader
        {...data}
        levelName={words.level("policy")}
        meta={
          node.themes.length > 0
            ? [{ term: t`横断テーマ`, description: <ThemeTags themes={node.themes} /> }]
            : []
        }
      />
      <VersionNotice plan={data.plan} fy={data.fy} version={data.planVersion} />
      {data.edition && <EditionNotice edition={data.edition} />}
      {!figures && <PublishedNotice />}
      {figures && summary.counted > 0 && (
        <NodeCounts plan={plan} node={node} summary={summary} fy={data.fy} />
      )}
      <Section title={t`${words.level("project")}とKPI`}>
        {data.children.length === 0 ? (
          <EmptyState title={t`個々の${words.level("project")}とKPIは資料に示されていません`}>
            {t`公表資料には、評価ごとの件数だけが記載されています。`}
          </EmptyState>
        ) : (
          <IndicatorTable
            caption={t`${node.name}のKPI`}
            groups={projectGroups(data.children, plan, data.fy)}
            plan={plan}
            fy={data.fy}
            figures={figures}
            names={data.organisationNames}
          />
        )}
      </Section>
    </>
  );
}
