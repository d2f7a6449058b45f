import { fiscalYearShort } from "#app/domain/fiscal-year/fiscal-year.ts";
import type {
  EvaluationSheet,
  SheetIndicator,
  SheetMeasure,
} from "#app/domain/sheet/evaluation-sheet.ts";
import { scheduleRows } from "#app/domain/sheet/schedule.ts";
import { computedWords, levelName } from "#app/i18n/sheet.ts";
import type { Cell, Cells, Row, Sheet } from "../export/table-model.ts";
import { actualCell, figure, mark, markCell, remarksOf, text } from "./cells.ts";
import { baselineCells, targetCells, targetColumns } from "./indicator-sheets.ts";
import { headingOf, scaleNotes } from "./opening.ts";

/**
 * One row for each KPI of each measure. A measure's grade stands at its first KPI only, so that
 * counting the column counts measures.
 */
export function measureSheet(sheet: EvaluationSheet): Sheet {
  const { plan, fy, sections } = sheet;
  const { policy, project } = plan.levelNames;
  const rows = sections.flatMap(({ node, measures }): Row[] =>
    measures.flatMap((measure) => {
      const kpis: readonly (SheetIndicator | null)[] =
        measure.indicators.length > 0 ? measure.indicators : [null];
      return kpis.map(
        (kpi, index): Cells => [
          `${node.number}　${node.name}`,
          measure.node.number,
          measure.node.name,
          measure.bureau ?? "",
          measure.fundingTags.join("、"),
          measure.isRepost ? `再掲${measure.repostOf ? `（${measure.repostOf}）` : ""}` : "",
          ...kpiCells(kpi, fy),
          ...(index === 0 ? gradeCells(measure, sheet.figures) : ["", ""]),
          kpi ? remarksOf(kpi) : "",
        ],
      );
    }),
  );
  return {
    name: project,
    landscape: true,
    heading: headingOf(sheet),
    blocks: [
      {
        columns: [
          text(policy, 26),
          text("番号", 7),
          text(project, 32),
          text("担当局", 14),
          text("交付金", 14),
          text("再掲", 10),
          text("KPI", 30),
          text("単位", 8),
          figure("基準値"),
          text("基準時点", 11),
          ...targetColumns,
          figure(`${fiscalYearShort(fy - 1)}実績`),
          figure(`${fiscalYearShort(fy)}実績`),
          { header: "達成率", width: 9, kind: "rate" },
          mark("KPI評価", 9),
          mark("評価", 8),
          mark("算出", 8),
          text("備考", 20),
        ],
        rows,
      },
    ],
    notes: [...scaleNotes(sheet), computedWords()],
  };
}

function kpiCells(kpi: SheetIndicator | null, fy: number): Cell[] {
  if (kpi === null) return ["KPIなし", "", { words: "" }, "", { words: "" }, "", ...blankResults];
  const of = (year: number) => kpi.years.find((cell) => cell.fy === year)?.result ?? null;
  const now = of(fy);
  return [
    kpi.name,
    kpi.unit,
    ...baselineCells(kpi),
    ...targetCells(kpi),
    actualCell(of(fy - 1)),
    actualCell(now),
    now ? now.rate : { words: "" },
    markCell(now?.mark),
  ];
}

const blankResults: Cell[] = [{ words: "" }, { words: "" }, { words: "" }, ""];

function gradeCells({ mark: given, computedMark }: SheetMeasure, figures: boolean): Cell[] {
  return figures ? [markCell(given), markCell(computedMark)] : ["", ""];
}

/** The schedules: a text in the column of its year, → in those to which it goes on. */
export function scheduleSheet(sheet: EvaluationSheet): Sheet {
  const { plan, node, activities, years, sections } = sheet;
  const own: readonly Pick<SheetMeasure, "node" | "activities" | "strategies">[] =
    node.kind === "strategy"
      ? [{ node, activities, strategies: [] }]
      : sections.flatMap((section) => section.measures);
  const rows = own.flatMap((measure): Cells[] => {
    const linked = measure.strategies.map((one) => one.number).join("、");
    const name = [measure.node.number, measure.node.name, linked];
    if (measure.activities.length === 0) return [[...name, "", ...years.map(() => "")]];
    return scheduleRows(measure.activities, years).flatMap((row) =>
      row.lines.map((line, index) => [
        ...name,
        index === 0 ? row.name : "",
        ...line.flatMap(({ from, to, bar }) =>
          Array.from({ length: to - from + 1 }, (_, step) => {
            if (bar === null) return "";
            return step === 0 ? bar.text : "→";
          }),
        ),
      ]),
    );
  });
  return {
    name: "工程",
    landscape: true,
    heading: headingOf(sheet),
    blocks: [
      {
        columns: [
          text("番号", 8),
          text(node.kind === "strategy" ? "戦略" : plan.levelNames.project, 28),
          text(levelName(plan.levelNames, "strategy"), 10),
          text("主な取組", 34),
          ...years.map((fy) => text(fiscalYearShort(fy), 20)),
        ],
        rows,
      },
    ],
  };
}
