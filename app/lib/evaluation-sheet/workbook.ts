import type { EvaluationSheet, SheetSection } from "#app/domain/sheet/evaluation-sheet.ts";
import type { Sheet, Workbook } from "../export/table-model.ts";
import { sheetFileName, sheetFileTitle } from "./file-name.ts";
import { roadmapSheet, targetSheet } from "./indicator-sheets.ts";
import { measureSheet, scheduleSheet } from "./measure-sheets.ts";
import { countSheets, openingSheet } from "./opening.ts";

/** An evaluation sheet as a workbook: the same figures as on the page, as numbers to work with. */
export function sheetWorkbook(sheet: EvaluationSheet): Workbook {
  return {
    title: sheetFileTitle(sheet),
    fileName: sheetFileName(sheet),
    sheets: [openingSheet(sheet), ...countSheets(sheet), ...tables(sheet)],
  };
}

function tables(sheet: EvaluationSheet): Sheet[] {
  const { layout, outcomes, sections } = sheet;
  const placed = sections.flatMap(inPlan);
  const own = outcomes.map((indicator) => ({ policy: "", project: "", indicator }));
  const some = (name: string, rows: typeof own) =>
    rows.length > 0 ? [roadmapSheet(sheet, name, rows)] : [];
  switch (layout) {
    case "numeric_targets":
      return outcomes.length > 0 ? [targetSheet(sheet)] : [];
    case "measures":
      return [...some("数値目標", own), measureSheet(sheet)];
    case "summary":
      return [...some("目指す成果", own), ...some("KPI", placed)];
    case "schedule":
      return [...some("数値目標", own), ...some("KPI", placed), scheduleSheet(sheet)];
  }
}

function inPlan({ node, measures }: SheetSection) {
  return measures.flatMap((measure) =>
    measure.indicators.map((indicator) => ({
      policy: `${node.number}　${node.name}`,
      project: `${measure.node.number}　${measure.node.name}`,
      indicator,
    })),
  );
}
