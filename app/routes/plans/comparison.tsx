import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { ComparisonTable } from "#app/components/comparison/comparison-table.tsx";
import { PrefectureMap } from "#app/components/comparison/prefecture-map.tsx";
import { ShadeLegend } from "#app/components/comparison/shade-legend.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { EditionNotice } from "#app/components/rollup/edition-notice.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { keptPage } from "#app/lib/kept-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import { compareReporters } from "#app/services/rollup/compare-reporters.server.ts";
import { paths } from "#app/site/paths.ts";

type Reading = NonNullable<Awaited<ReturnType<typeof compareReporters>>>;

export const loader = (args: LoaderFunctionArgs) =>
  keptPage(
    args,
    (context, plan, fy, unless) =>
      compareReporters(context, { plan, indicator: String(args.params.indicator) }, fy, unless),
    (data) => ({
      title: [`${data.indicator.name}の団体比較`, fiscalYearLabel(data.fy)],
      body: <Comparison {...data} />,
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default KeptPage;

function Comparison({
  plan,
  fy,
  years,
  term,
  edition,
  figures,
  indicator,
  names,
  comparison,
}: Reading) {
  const title = `${indicator.name}（${fiscalYearLabel(fy)}）の団体別の値`;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.plan(plan.code, fy), label: plan.name },
          { to: paths.indicator(plan.code, indicator.code, fy), label: indicator.name },
          { label: "団体比較" },
        ]}
        eyebrow={`指標　${indicator.code}`}
        title="団体比較"
        lead={`「${indicator.name}」の受理された報告値を、団体ごとに比べます。`}
      >
        <YearSelect
          years={yearRange(term.firstFy, term.lastFy)}
          current={fy}
          action={paths.comparison(plan.code, indicator.code)}
          name="fy"
        />
      </PageHeader>
      {edition && <EditionNotice edition={edition} />}
      {!figures && <PublishedNotice />}
      {figures && comparison === null && (
        <EmptyState title="この指標は団体ごとの報告がありません">
          ほかの指標から算出しています。もとの指標の団体比較をご覧ください。
        </EmptyState>
      )}
      {comparison && (
        <div className="grid gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <figure>
            <PrefectureMap
              title={`${title}の地図`}
              of={new Map(comparison.rows.map((row) => [row.organisation, row]))}
            />
            <figcaption className="mt-3">
              <ShadeLegend bounds={comparison.bounds} indicator={indicator} />
            </figcaption>
          </figure>
          <ComparisonTable
            rows={comparison.rows}
            names={names}
            indicator={indicator}
            years={years}
            caption={title}
          />
        </div>
      )}
    </>
  );
}
