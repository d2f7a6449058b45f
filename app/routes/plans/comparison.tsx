import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { ComparisonMap } from "#app/components/comparison/comparison-map.tsx";
import { ComparisonTable } from "#app/components/comparison/comparison-table.tsx";
import type { MapBy } from "#app/components/comparison/map-of.ts";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { EditionNotice } from "#app/components/rollup/edition-notice.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
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
    (data, chosen) => {
      const by = chosen.get("by") === "mark" ? "mark" : "value";
      return {
        title: [t`${data.indicator.name}の団体比較`, fiscalYearLabel(data.fy)],
        body: <Comparison {...data} by={by} />,
        means: { by },
      };
    },
    ["by"],
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
  by: asked,
}: Reading & { by: MapBy }) {
  const title = t`${indicator.name}（${fiscalYearLabel(fy)}）の団体別の値`;
  // Where there are no marks by organisation, the figures are all that can be shown.
  const by = comparison?.marks ? asked : "value";
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.plan(plan.code, fy), label: plan.name },
          { to: paths.indicator(plan.code, indicator.code, fy), label: indicator.name },
          { label: t`団体比較` },
        ]}
        eyebrow={t`指標　${indicator.code}`}
        title={t`団体比較`}
        lead={t`「${indicator.name}」の${fiscalYearLabel(fy)}の受理された報告値を、団体ごとに比べます。`}
      >
        <YearSelect
          years={yearRange(term.firstFy, term.lastFy)}
          current={fy}
          action={paths.comparison(plan.code, indicator.code)}
          name="fy"
          keep={by === "mark" ? { by } : {}}
        />
      </PageHeader>
      {edition && <EditionNotice edition={edition} />}
      {!figures && <PublishedNotice />}
      {figures && comparison === null && (
        <EmptyState title={t`この指標は団体ごとの報告がありません`}>
          {t`ほかの指標から算出しています。もとの指標の団体比較をご覧ください。`}
        </EmptyState>
      )}
      {comparison && (
        <div className="grid gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <ComparisonMap
            plan={plan}
            fy={fy}
            indicator={indicator}
            comparison={comparison}
            by={by}
            title={title}
          />
          <ComparisonTable
            rows={comparison.rows}
            names={names}
            indicator={indicator}
            years={years}
            caption={title}
            marks={comparison.marks}
            rubric={plan.rubric}
          />
        </div>
      )}
    </>
  );
}
