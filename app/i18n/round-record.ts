import type { BoardCounts } from "#app/domain/completeness/board.ts";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { fiscalYearLabel } from "./fiscal-year.ts";

// Words that are kept as they were written: in the record of a round, and on what was published.

/** What stood open when a round was closed, for its record. */
export function closingText({
  asked,
  none,
  returned,
  submitted,
}: Pick<BoardCounts, "asked" | "none" | "returned" | "submitted">): string {
  return `照会した${asked}件のうち、未提出${none + returned}件、受理待ち${submitted}件で締め切りました。`;
}

/** What an edition is called that a round comes to. */
export function editionTitle(plan: string, fy: FiscalYear): string {
  return `${plan}　${fiscalYearLabel(fy)}の実績`;
}

/** What a further edition corrects; nothing where the first one is published. */
export function editionNote(reasons: readonly string[]): string {
  return reasons.length === 0 ? "" : `訂正：${reasons.join("　")}`;
}
