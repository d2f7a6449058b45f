import type { NodeLink } from "../rollup/row.ts";
import type { NodeSummary } from "../rollup/summary.ts";
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
  /** Some marks are withheld, not reported, or not due. */
  hasWithheld: boolean;
  hasUnreported: boolean;
  hasOutOfTerm: boolean;
  rows: CountRow[];
  total: CountRow;
  /** Counts that the plan's owner printed without naming the KPIs. */
  fromPublished: boolean;
};

/** Numbers in the order of the table's columns. `total` = marks + withheld + unreported + out of term. */
export type CountRow = {
  node: NodeLink;
  marks: number[];
  withheld: number;
  unreported: number;
  outOfTerm: number;
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
  const marks = rubric.marks.filter(
    (mark) => mark.counted && !(mark.byHand && (counts[mark.symbol] ?? 0) === 0),
  );
  const aside = rubric.marks.filter((mark) => !mark.counted);
  const outlook = sumOf(Object.values(outlooks)) > 0 ? rubric.outlook : [];
  const row = ({ node, summary }: Counted): CountRow => {
    const numbers = (scale: readonly Step[], from: Record<string, number>) =>
      scale.map(({ symbol }) => from[symbol] ?? 0);
    const own = numbers(marks, summary.counts);
    const { incomplete, notReported, outOfTerm } = summary;
    const outlookNumbers = numbers(outlook, summary.outlooks);
    return {
      node,
      marks: own,
      withheld: incomplete,
      unreported: notReported,
      outOfTerm,
      total: sumOf(own) + incomplete + notReported + outOfTerm,
      aside: numbers(aside, summary.counts),
      outlooks: outlookNumbers,
      outlookTotal: sumOf(outlookNumbers),
    };
  };
  const rows = parts.map(row);
  const total = row(whole);
  const some = (pick: (row: CountRow) => number) => [...rows, total].some((one) => pick(one) > 0);
  return {
    marks,
    aside,
    outlook,
    hasWithheld: some((one) => one.withheld),
    hasUnreported: some((one) => one.unreported),
    hasOutOfTerm: some((one) => one.outOfTerm),
    rows,
    total,
    fromPublished: whole.summary.fromPublished,
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
