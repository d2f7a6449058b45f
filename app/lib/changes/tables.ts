import { displayFigure } from "#app/domain/figure/display.ts";
import type { EvaluationView } from "#app/domain/rollup/row.ts";
import {
  changeKindWords,
  judgementLine,
  type ReasonLine,
  reasonLines,
  timeWords,
  type Why,
} from "#app/i18n/changes.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { unjudgedLabels } from "#app/i18n/labels.ts";
import type { Cell, Cells, Column, Workbook } from "#app/lib/export/table-model.ts";
import type {
  ChangedGroup,
  ChangedIndicator,
  ChangedProject,
  TimesReading,
} from "#app/services/rollup/compare-times.server.ts";

type Compared = TimesReading & { comparison: NonNullable<TimesReading["comparison"]> };

/** The columns of a list of changes. */
export const changeColumns: readonly Column[] = [
  { header: "コード", width: 14, kind: "text" },
  { header: "指標", width: 40, kind: "text" },
  { header: "区分", width: 8, kind: "text" },
  { header: "単位", width: 8, kind: "text" },
  { header: "変更前の実績", width: 14, kind: "figure" },
  { header: "変更前の評価", width: 12, kind: "mark" },
  { header: "変更前の報告", width: 12, kind: "text" },
  { header: "変更後の実績", width: 14, kind: "figure" },
  { header: "変更後の評価", width: 12, kind: "mark" },
  { header: "変更後の報告", width: 12, kind: "text" },
  { header: "理由", width: 60, kind: "text" },
];

/** What changed between two times as a workbook: a block of rows for each PT. */
export function changesWorkbook(reading: Compared): Workbook {
  const { plan, comparison } = reading;
  const times = timesOf(reading);
  const title = `変更点（${times}）`;
  return {
    title,
    fileName: fileName(reading),
    sheets: [
      {
        name: "変更点",
        landscape: true,
        heading: [`${plan.name}　${title}`, fiscalYearLabel(reading.fy), ...notesOf(reading)],
        blocks: comparison.groups.map((group) => ({
          caption: nameOf(group, reading),
          columns: changeColumns,
          rows: changeRows(group),
        })),
        notes: comparison.groups.length === 0 ? ["変更はありません。"] : [],
      },
    ],
  };
}

/** The same as one table with the PT in its first column. */
export function changesCsv(reading: Compared): { columns: readonly Column[]; rows: Cells[] } {
  const { goal } = reading.plan.levelNames;
  return {
    columns: [{ header: goal, width: 20, kind: "text" }, ...changeColumns],
    rows: reading.comparison.groups.flatMap((group) =>
      changeRows(group).map((cells) => [nameOf(group, reading), ...cells]),
    ),
  };
}

/** 「…_変更点_R5_第1版から第2版」 */
export function fileName(reading: Compared): string {
  return `${reading.plan.name}_変更点_${fiscalYearLabel(reading.fy)}_${timesOf(reading).replace(" → ", "から")}`;
}

function timesOf({ from, to }: Compared): string {
  return `${timeWords(from?.text ?? "now")} → ${timeWords(to?.text ?? "now")}`;
}

function notesOf({ published }: Compared): string[] {
  return published.flatMap(({ note }) => note || []);
}

function nameOf({ goal }: ChangedGroup, { plan }: Compared): string {
  return goal?.name ?? plan.name;
}

/** What of a change stands in its row. */
type Projects = readonly Pick<
  ChangedProject,
  "node" | "kind" | "before" | "after" | "judgements"
>[];
type Indicators = readonly (Pick<ChangedIndicator, "indicator" | "kind" | "before" | "after"> & {
  why: Why;
})[];

/** The rows of one PT. */
export function changeRows(group: { projects: Projects; indicators: Indicators }): Cells[] {
  const { projects, indicators } = group;
  return [...projects.map(projectRow), ...indicators.map(indicatorRow)];
}

function projectRow({ node, kind, before, after, judgements }: Projects[number]): Cells {
  return [
    node.code,
    node.name,
    changeKindWords[kind],
    null,
    null,
    before,
    null,
    null,
    after,
    null,
    written(judgements.map(judgementLine)),
  ];
}

function indicatorRow({ indicator, kind, before, after, why }: Indicators[number]): Cells {
  return [
    indicator.code,
    indicator.name,
    changeKindWords[kind],
    indicator.unit,
    ...seen(before, indicator),
    ...seen(after, indicator),
    written(reasonLines(why, indicator.unit)),
  ];
}

function seen(evaluation: EvaluationView | null, indicator: ChangedIndicator["indicator"]): Cell[] {
  if (!evaluation) return [null, null, null];
  const { actual, actualText, mark, unjudged, reported, expectedReporters } = evaluation;
  const figure = displayFigure(actual, indicator);
  return [
    figure ?? (actualText === null ? null : { words: actualText }),
    mark ?? (unjudged === null ? null : unjudgedLabels[unjudged]),
    `${reported}／${expectedReporters}団体`,
  ];
}

function written(lines: readonly ReasonLine[]): string | null {
  return (
    lines.map(({ text, note, by }) => [text, note, by].filter(Boolean).join("\n")).join("\n") ||
    null
  );
}
