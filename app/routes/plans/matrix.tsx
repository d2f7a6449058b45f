import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { ChartFiles } from "#app/components/charts/chart-files.tsx";
import { MatrixTable } from "#app/components/comparison/matrix-table.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { EditionNotice } from "#app/components/rollup/edition-notice.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { keptPage } from "#app/lib/kept-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import { readMatrix } from "#app/services/rollup/read-matrix.server.ts";
import { paths } from "#app/site/paths.ts";

type Reading = NonNullable<Awaited<ReturnType<typeof readMatrix>>>;

export const loader = (args: LoaderFunctionArgs) =>
  keptPage(args, readMatrix, (data) => ({
    title: [t`${data.plan.name}の団体別一覧`, fiscalYearLabel(data.fy)],
    body: <Matrix {...data} />,
  }));

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default KeptPage;

function Matrix({ plan, fy, figures, edition, organisations, goals }: Reading) {
  const demo = goals.some(({ rows }) =>
    rows.some(({ cells }) => cells.some((cell) => cell.isDemo)),
  );
  return (
    <article data-sheet="roadmap">
      <PageHeader
        breadcrumbs={[
          { to: paths.front, label: t`トップ` },
          { to: paths.plan(plan.code, fy), label: plan.name },
          { label: t`団体別一覧` },
        ]}
        eyebrow={plan.name}
        title={t`団体別一覧`}
        lead={t`${fiscalYearLabel(fy)}の受理された報告値を、団体と指標の表にしたものです。濃い色ほど、その指標の中で大きい値です。`}
      >
        <YearSelect
          years={yearRange(plan.firstFy, plan.lastFy)}
          current={fy}
          action={paths.matrix(plan.code)}
          name="fy"
        />
      </PageHeader>
      {edition && <EditionNotice edition={edition} />}
      {!figures && <PublishedNotice />}
      {figures && goals.length === 0 && (
        <EmptyState title={t`複数の団体が報告する指標はありません`}>
          {t`この計画の指標は、一つの団体が報告しています。`}
        </EmptyState>
      )}
      {figures && goals.length > 0 && (
        <div className="mb-8 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 text-dns-14N-130 text-solid-gray-800">
          <p>
            {t`灰色のセルは、その団体に報告を求めていない指標です。`}
            {demo && (
              <>
                <DemoTag className="mr-1 ml-2" />
                {t`値には、説明用の架空のものを含みます。`}
              </>
            )}
          </p>
          <ChartFiles
            links={{
              csv: paths.matrixFile(plan.code, "csv", fy),
              xlsx: paths.matrixFile(plan.code, "xlsx", fy),
            }}
            of={t`団体別一覧`}
          />
        </div>
      )}
      {figures &&
        goals.map(({ node, rows }) => (
          <Section
            key={node.code}
            className="roadmap-goal"
            title={
              <TextLink to={paths.node(plan.code, node, fy)} quiet>
                {node.name}
              </TextLink>
            }
          >
            <MatrixTable
              rows={rows}
              organisations={organisations}
              plan={plan.code}
              fy={fy}
              caption={t`${node.name}の団体別の報告値`}
            />
          </Section>
        ))}
    </article>
  );
}
