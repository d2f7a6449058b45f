import type { NodeLink } from "../rollup/row.ts";
import { type NodeSummary, unknownMarks } from "../rollup/summary.ts";
import type { Rubric } from "../rubric/rubric.ts";

type Step = { symbol: string; label: string; tone: Rubric["marks"][number]["tone"] };

/**
 * How many of the plan's KPIs or projects carry each mark and outlook, below each policy and in
 * all. Columns that are empty in every row are left out where they are no part of the scale.
 */
export type CountTable = {
  /** The marks that count, best first. */
  marks: Step[];
  /** Stand beside the counts: 対象外, 調査中. */
  aside: Step[];
  outlook: Step[];
  /** What has no mark, by why; only what there is. */
  open: OpenKind[];
  rows: CountRow[];
  total: CountRow;
  /** Counts that the plan's owner printed without naming the KPIs. */
  fromPublished: boolean;
};

/** Why something that is counted has no mark: the plan's summaries know of these. */
export const openKinds = ["incomplete", "noFigure", "notReported", "outOfTerm"] as const;
export type OpenKind = (typeof openKinds)[number];

/** Numbers in the order of the table's columns; `total` is the sum of `marks` and `open`. */
export type CountRow = {
  node: NodeLink;
  marks: number[];
  open: number[];
  total: number;
  aside: number[];
  outlooks: number[];
  outlookTotal: number;
};

export type Counted = { node: NodeLink; summary: NodeSummary };

export function countTable(
  whole: Counted,
  parts: readonly Counted[],
  rubric: Pick<Rubric, "marks" | "outlook">,
): CountTable {
  const { counts, outlooks } = whole.summary;
  // A mark that people have set and the rubric no longer knows is counted all the same.
  const unknown = unknownMarks(counts, rubric).map(({ symbol }) => ({
    symbol,
    label: symbol,
    tone: "none" as const,
    byHand: true,
    counted: true,
  }));
  const marks = [
    ...rubric.marks.filter(
      (mark) => mark.counted && !(mark.byHand && (counts[mark.symbol] ?? 0) === 0),
    ),
    ...unknown,
  ];
  const aside = rubric.marks.filter((mark) => !mark.counted);
  const outlook = sumOf(Object.values(outlooks)) > 0 ? rubric.outlook : [];
  const open = openKinds.filter((kind) =>
    [whole, ...parts].some(({ summary }) => summary[kind] > 0),
  );
  const row = ({ node, summary }: Counted): CountRow => {
    const numbers = (scale: readonly Step[], from: Record<string, number>) =>
      scale.map(({ symbol }) => from[symbol] ?? 0);
    const own = numbers(marks, summary.counts);
    const ownOpen = open.map((kind) => summary[kind]);
    const outlookNumbers = numbers(outlook, summary.outlooks);
    return {
      node,
      marks: own,
      open: ownOpen,
      total: sumOf(own) + sumOf(ownOpen),
      aside: numbers(aside, summary.counts),
      outlooks: outlookNumbers,
      outlookTotal: sumOf(outlookNumbers),
    };
  };
  return {
    marks,
    aside,
    outlook,
    open,
    rows: parts.map(row),
    total: row(whole),
    fromPublished: whole.summary.fromPublished,
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
