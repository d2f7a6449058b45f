import { fiscalYearLabel } from "#app/domain/fiscal-year/fiscal-year.ts";
import { narrativeParts } from "#app/domain/indicator/definition.ts";
import type { CountRow } from "#app/domain/sheet/counts.ts";
import type { EvaluationSheet } from "#app/domain/sheet/evaluation-sheet.ts";
import { hasPlaceFor } from "#app/domain/sheet/narratives.ts";
import { narrativeLabels } from "#app/i18n/narrative.ts";
import { basisWords, fromPublishedWords, nodeTitle, openLabels } from "#app/i18n/sheet.ts";
import type { Block, Cells, Sheet } from "../export/table-model.ts";
import { count, figure, text } from "./cells.ts";

/** What every sheet of the workbook begins with. */
export function headingOf(sheet: EvaluationSheet): string[] {
  const { plan, node, fy } = sheet;
  return [
    `評価調書　${nodeTitle(plan.levelNames, node)}`,
    `${plan.name}　${fiscalYearLabel(fy)}　${basisWords(sheet)}`,
  ];
}

/** The first sheet: what it is about, and its texts. */
export function openingSheet(sheet: EvaluationSheet): Sheet {
  return { name: "調書", heading: headingOf(sheet), blocks: [formBlock(sheet)] };
}

/** The counts by mark, where there are any. */
export function countSheets(sheet: EvaluationSheet): Sheet[] {
  if (!sheet.figures || sheet.counts.total.total === 0) return [];
  const published = sheet.counts.fromPublished ? [fromPublishedWords()] : [];
  return [
    {
      name: "件数",
      heading: headingOf(sheet),
      blocks: [countBlock(sheet)],
      notes: [...scaleNotes(sheet), ...published],
    },
  ];
}

/** 「進捗度　○：達成できた（100％以上）…」 */
export function scaleNotes({ rubric }: EvaluationSheet): string[] {
  const line = (steps: readonly { symbol: string; label: string }[]) =>
    steps.map(({ symbol, label }) => (symbol === label ? label : `${symbol}：${label}`)).join("　");
  return [
    `評価の記号　${line(rubric.marks)}`,
    ...(rubric.outlook.length > 0 ? [`達成見込み　${line(rubric.outlook)}`] : []),
  ];
}

function formBlock(sheet: EvaluationSheet): Block {
  const { lead, partners, leaders, activities, layout, narratives, plan } = sheet;
  const facts: [string, string][] = [
    [plan.ownerKind === "council" ? "幹事団体" : "所管", lead.join("、")],
    ["経済団体", partners.join("、")],
    ["リーダー", leaders.join("、")],
    [
      "重点プロジェクト",
      layout === "numeric_targets" ? activities.map(({ name }) => name).join("\n") : "",
    ],
  ];
  const texts = narrativeParts
    .filter((part) => narratives[part] !== null || hasPlaceFor(layout, part))
    .map((part): [string, string] => [narrativeLabels[part], narratives[part] ?? "未記入"]);
  return {
    columns: [text("", 18), text("", 72)],
    rows: [...facts.filter(([, content]) => content !== ""), ...texts],
  };
}

function countBlock({ counts, plan, rubric }: EvaluationSheet): Block {
  const { marks, open, aside, outlook, rows, total } = counts;
  const unit = rubric.countBy === "project" ? plan.levelNames.project : "KPI";
  const cells = (row: CountRow, name: string): Cells => [
    name,
    ...row.marks.map(count),
    ...row.open.map(count),
    count(row.total),
    ...row.aside.map(count),
    ...row.outlooks.map(count),
    ...(outlook.length > 0 ? [count(row.outlookTotal)] : []),
  ];
  return {
    caption: `${plan.levelNames.policy}別の${unit}件数`,
    columns: [
      text(plan.levelNames.policy, 40),
      ...marks.map(({ symbol }) => figure(symbol, 7)),
      ...open.map((kind) => figure(openLabels[kind], 11)),
      figure("計", 7),
      ...aside.map(({ symbol }) => figure(symbol, 9)),
      ...outlook.map(({ symbol }) => figure(`見込み${symbol}`, 9)),
      ...(outlook.length > 0 ? [figure("見込み計", 10)] : []),
    ],
    rows: rows.map((row) => cells(row, `${row.node.number}　${row.node.name}`)),
    totals: rows.length === 1 ? [] : [cells(total, "合計")],
  };
}
