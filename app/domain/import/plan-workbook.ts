import { parseFiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { PlanContent } from "../plan/content.ts";
import { brokenReferences } from "../plan/integrity.ts";
import { readIndicators } from "./plan-indicators.ts";
import { type NodesGiven, readNodes } from "./plan-nodes.ts";
import { indicatorSheet, nodeSheet, targetSheet } from "./plan-sheets.ts";
import { type Refusal, readRecords } from "./plan-table.ts";
import type { TableRow } from "./table.ts";

/** Why a thing ended that a later file of a draft does not name any more. */
const leftOut = "取込ファイルから除かれた。";

/**
 * A plan's document from the rows of its definition sheets. Where the plan is there already, a known
 * code keeps its id, and what the file does not name any more is closed, never deleted. Without any
 * refusal the document is whole; with some it is null.
 */
export function readPlanContent(
  rows: readonly TableRow[],
  given: NodesGiven,
): { content: PlanContent | null; refusals: Refusal[] } {
  const nodeRecords = readRecords(nodeSheet, rows);
  const indicatorRecords = readRecords(indicatorSheet, rows);
  const targetRecords = readRecords(targetSheet, rows, yearField);
  const heads = [nodeRecords, indicatorRecords, targetRecords].flatMap(({ refusals }) => refusals);
  if (heads.length > 0) return { content: null, refusals: heads };
  const tree = readNodes(nodeRecords, given);
  if (tree.refusals.length > 0) return { content: null, refusals: tree.refusals };
  const measured = readIndicators(indicatorRecords, targetRecords, tree.nodes, given);
  const content = withLeftOut({ nodes: tree.nodes, indicators: measured.indicators }, given.before);
  const refusals =
    measured.refusals.length > 0
      ? measured.refusals
      : brokenReferences(content).map(({ code, why }) => ({
          sheet: nodeSheet.name,
          row: null,
          column: null,
          typed: code,
          reason: `plan_import.broken_${why}`,
        }));
  return { content: refusals.length === 0 ? content : null, refusals };
}

/** The field of a column that is headed by a year. */
function yearField(heading: string): string | null {
  const fy = parseFiscalYear(heading);
  return fy === null ? null : `cell.${fy}`;
}

function withLeftOut({ nodes, indicators }: PlanContent, before: PlanContent | null): PlanContent {
  const codes = new Set([...nodes, ...indicators].map(({ code }) => code));
  const closed = <Thing extends { code: string; closedReason: string | null }>(things: Thing[]) =>
    things
      .filter(({ code }) => !codes.has(code))
      .map((thing) => ({ ...thing, closedReason: thing.closedReason ?? leftOut }));
  return {
    nodes: [...nodes, ...closed(before?.nodes ?? [])],
    indicators: [...indicators, ...closed(before?.indicators ?? [])],
  };
}
