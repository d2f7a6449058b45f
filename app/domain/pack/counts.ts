import type { NodeSummary } from "../rollup/summary.ts";
import { type CountRow, countTable } from "../sheet/counts.ts";
import type { PackContent } from "./content.ts";

/** A row of the counts: a PT with who leads it and how much was reported, or the sum at the foot. */
export type PackCountRow = CountRow & {
  key: string;
  name: string;
  lead: string[];
  reported: number;
  expectedReporters: number;
  isTotal: boolean;
};

/** The counts by mark of each PT of a pack, and of the whole plan where all of it is in the pack. */
export function packCounts({ goals, total, rubric }: PackContent) {
  const parts = goals.map(({ sheet, summary }) => ({ node: sheet.node, summary }));
  const [first] = parts;
  if (!first) throw new RangeError("A pack has a PT");
  const whole =
    total ??
    sumOf(
      parts.map(({ summary }) => summary),
      first.summary,
    );
  const table = countTable({ ...first, summary: whole }, parts, rubric);
  const rows = table.rows.map((row, at): PackCountRow => {
    const { reported = 0, expectedReporters = 0 } = goals[at]?.summary ?? {};
    const { code, name } = row.node;
    const lead = goals[at]?.sheet.lead ?? [];
    return { ...row, key: code, name, lead, reported, expectedReporters, isTotal: false };
  });
  const { reported, expectedReporters } = whole;
  const sum = { ...table.total, key: "total", name: "", lead: [], reported, expectedReporters };
  return { ...table, rows: total && rows.length > 1 ? [...rows, { ...sum, isTotal: true }] : rows };
}

/** Of some PTs only the marks that they have; a KPI of two of them would be counted twice. */
function sumOf(summaries: readonly NodeSummary[], first: NodeSummary): NodeSummary {
  const counts: Record<string, number> = {};
  for (const summary of summaries)
    for (const [mark, count] of Object.entries(summary.counts))
      counts[mark] = (counts[mark] ?? 0) + count;
  return { ...first, counts };
}
