import type { ReactElement, ReactNode } from "react";
import { type Breadcrumb, PageHeader } from "#app/components/layout/page-header.tsx";
import type { SheetLayout } from "#app/domain/indicator/definition.ts";
import type { EvaluationSheet } from "#app/domain/sheet/evaluation-sheet.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { basisWords, nodeTitle } from "#app/i18n/sheet.ts";
import { MeasuresSheet } from "./measures-sheet.tsx";
import { MoreNarratives } from "./narrative.tsx";
import { NumericTargetsSheet } from "./numeric-targets-sheet.tsx";
import { ScheduleSheet } from "./schedule-sheet.tsx";
import { SummarySheet } from "./summary-sheet.tsx";

type Layout = (props: { sheet: EvaluationSheet; editable: boolean }) => ReactElement;

const layouts: Record<SheetLayout, Layout> = {
  numeric_targets: NumericTargetsSheet,
  measures: MeasuresSheet,
  summary: SummarySheet,
  schedule: ScheduleSheet,
};

/** Whether a layout's tables need the sheet across. */
export function isLandscape(layout: SheetLayout): boolean {
  return layout === "measures" || layout === "summary";
}

/** An evaluation sheet: the same on the screen, on paper and in a PDF. */
export function SheetDocument({
  sheet,
  editable = false,
  breadcrumbs,
  actions,
  children,
}: {
  sheet: EvaluationSheet;
  /** The reader sees today's texts, and so the way to the pages where they are written. */
  editable?: boolean;
  /** What belongs to the screen only. */
  breadcrumbs?: readonly Breadcrumb[];
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const { plan, fy, node, layout } = sheet;
  const Layout = layouts[layout];
  const joint = plan.ownerKind === "council";
  return (
    <article data-sheet={isLandscape(layout) ? "landscape" : "portrait"}>
      <PageHeader
        breadcrumbs={breadcrumbs}
        actions={actions}
        eyebrow={`${plan.name}　評価調書`}
        title={nodeTitle(plan.levelNames, node)}
        meta={[
          { term: "年度", description: fiscalYearLabel(fy) },
          { term: joint ? "幹事団体" : "所管", description: sheet.lead.join("、") },
          { term: "経済団体", description: sheet.partners.join("、") },
          { term: "リーダー", description: sheet.leaders.join("、") },
          { term: "実績値", description: basisWords(sheet) },
        ].filter(({ description }) => description !== "")}
      >
        {children}
      </PageHeader>
      <Layout sheet={sheet} editable={editable} />
      {editable && <MoreNarratives sheet={sheet} />}
    </article>
  );
}
