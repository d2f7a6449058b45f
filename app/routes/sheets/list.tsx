import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { SheetLinks } from "#app/components/sheet/sheet-links.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { levelName } from "#app/i18n/sheet.ts";
import { keptPage } from "#app/lib/kept-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import { listSheets, type SheetList } from "#app/services/sheet/list.server.ts";
import { paths } from "#app/site/paths.ts";

export const loader = (args: LoaderFunctionArgs) =>
  keptPage(args, listSheets, (list) => ({
    title: [`${list.plan.name}の評価調書`, fiscalYearLabel(list.fy)],
    body: <Sheets {...list} />,
  }));

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default KeptPage;

function Sheets({ plan, fy, goals, strategies }: SheetList) {
  const groups = [
    { kind: "goal", nodes: goals },
    { kind: "strategy", nodes: strategies },
  ] as const;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.front, label: "トップ" },
          { to: paths.plan(plan.code, fy), label: plan.name },
          { label: "評価調書" },
        ]}
        eyebrow={plan.name}
        title={`評価調書　${fiscalYearLabel(fy)}`}
        lead="画面、印刷、PDF、Excelは同じ集計から作成しています。"
      >
        <YearSelect
          years={yearRange(plan.firstFy, plan.lastFy)}
          current={fy}
          action={paths.sheets(plan.code)}
          name="fy"
        />
      </PageHeader>
      {groups
        .filter(({ nodes }) => nodes.length > 0)
        .map(({ kind, nodes }) => (
          <Section key={kind} title={levelName(plan.levelNames, kind)}>
            <SheetLinks plan={plan} nodes={nodes} fy={fy} />
          </Section>
        ))}
    </>
  );
}
