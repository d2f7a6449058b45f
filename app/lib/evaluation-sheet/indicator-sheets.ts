import { fiscalYearShort } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { EvaluationSheet, SheetIndicator } from "#app/domain/sheet/evaluation-sheet.ts";
import { indicatorNotes } from "#app/i18n/sheet.ts";
import type { Cells, Sheet } from "../export/table-model.ts";
import { count, figure, mark, markCell, remarksOf, text, yearColumns } from "./cells.ts";
import { headingOf, scaleNotes } from "./opening.ts";

/** 数値目標: one row for each, three columns for each year. */
export function targetSheet(sheet: EvaluationSheet): Sheet {
  const withOutlook = sheet.rubric.outlook.length > 0;
  const years = yearColumns(sheet.outcomes, "進捗度");
  return {
    name: "数値目標",
    landscape: true,
    heading: headingOf(sheet),
    blocks: [
      {
        columns: [
          text("数値目標", 34),
          text("単位", 9),
          figure("基準値"),
          text("基準時点", 13),
          ...targetColumns,
          ...years.map(({ column }) => column),
          ...(withOutlook ? [mark("達成見込み", 11)] : []),
          text("備考", 24),
        ],
        rows: sheet.outcomes.map((indicator) => [
          indicator.name,
          indicator.unit,
          ...baselineCells(indicator),
          ...targetCells(indicator),
          ...years.map(({ cell }) => cell(indicator)),
          ...(withOutlook ? [markCell(indicator.outlook)] : []),
          remarksOf(indicator),
        ]),
      },
    ],
    notes: [...scaleNotes(sheet), ...sheet.outcomes.flatMap(indicatorNotes)],
  };
}

type Placed = { policy: string; project: string; indicator: SheetIndicator };

/** Indicators with their roadmap, where they stand in the plan, and how complete the year is. */
export function roadmapSheet(
  sheet: EvaluationSheet,
  name: string,
  placed: readonly Placed[],
): Sheet {
  const { plan, fy, figures } = sheet;
  const inPlan = placed.some(({ policy }) => policy !== "");
  const year = fiscalYearShort(fy);
  const years = yearColumns(
    placed.map(({ indicator }) => indicator),
    "評価",
  );
  const rows = placed.map(({ policy, project, indicator }): Cells => {
    const result = indicator.years.find((cell) => cell.fy === fy)?.result ?? null;
    return [
      ...(inPlan ? [policy, project] : []),
      indicator.name,
      indicator.unit,
      ...baselineCells(indicator),
      ...targetCells(indicator),
      ...years.map(({ cell }) => cell(indicator)),
      ...(figures
        ? [
            result ? count(result.reported) : { words: "" },
            result ? count(result.expectedReporters) : { words: "" },
            result?.missing.join("、") ?? "",
          ]
        : []),
      remarksOf(indicator),
    ];
  });
  return {
    name,
    landscape: true,
    heading: headingOf(sheet),
    blocks: [
      {
        columns: [
          ...(inPlan ? [text(plan.levelNames.policy, 24), text(plan.levelNames.project, 28)] : []),
          text("指標", 34),
          text("単位", 9),
          figure("基準値"),
          text("基準時点", 13),
          ...targetColumns,
          ...years.map(({ column }) => column),
          ...(figures
            ? [figure(`${year}報告`, 9), figure("報告団体", 9), text("未報告の団体", 20)]
            : []),
          text("備考", 24),
        ],
        rows,
      },
    ],
    notes: [...scaleNotes(sheet), ...placed.flatMap(({ indicator }) => indicatorNotes(indicator))],
  };
}

/** The last target, as a figure and as printed. */
export const targetColumns = [figure("目標値"), text("目標（記載）", 22)];

export function targetCells({ target }: SheetIndicator): Cells {
  return [target.value ?? { words: "" }, target.text];
}

export function baselineCells({ baseline }: SheetIndicator): Cells {
  const { value, text: words, asOf } = baseline;
  return [value ?? (words ? { words } : null), asOf ?? ""];
}
