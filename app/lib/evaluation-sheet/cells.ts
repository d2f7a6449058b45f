import { fiscalYearShort } from "#app/domain/fiscal-year/fiscal-year.ts";
import type {
  EvaluationSheet,
  SheetIndicator,
  SheetResult,
  TargetCell,
} from "#app/domain/sheet/evaluation-sheet.ts";
import { absenceWords, boundWords, targetSource } from "#app/i18n/sheet.ts";
import type { Cell, Column } from "../export/table-model.ts";

/** A column of words; `width` in characters of half width. */
export const text = (header: string, width: number): Column => ({ header, width, kind: "text" });
export const figure = (header: string, width = 11): Column => ({ header, width, kind: "figure" });
export const mark = (header: string, width = 8): Column => ({ header, width, kind: "mark" });

/** A count as the whole number that it is. */
export const count = (number: number): Cell => String(number);

const blank: Cell = { words: "" };

/** A target: its figure, or its words. Later remarks say 以上 and 按分. */
export function targetCell(target: TargetCell | null): Cell {
  if (target === null) return blank;
  return target.value ?? { words: target.text ?? "" };
}

/** What came of a year: figure, words, or why there is neither. */
export function actualCell(result: SheetResult | null): Cell {
  if (result === null) return blank;
  const absent = absenceWords(result);
  if (absent !== null) return { words: absent };
  return result.value ?? { words: result.text ?? "" };
}

/** A mark as its symbol; nothing where none was given. */
export function markCell(symbol: string | null | undefined): Cell {
  return symbol ?? "";
}

/** The three columns of each year. */
export function yearColumns(
  { years }: Pick<EvaluationSheet, "years">,
  marksName: string,
): Column[] {
  return years.flatMap((fy) => {
    const year = fiscalYearShort(fy);
    return [figure(`${year}目標`), figure(`${year}実績`), mark(`${year}${marksName}`, 9)];
  });
}

/** The cells of those columns. */
export function yearCells({ years }: SheetIndicator): Cell[] {
  return years.flatMap(({ target, result }) => [
    targetCell(target),
    actualCell(result),
    markCell(result?.mark),
  ]);
}

/** What the figures of a row do not say themselves. */
export function remarksOf(indicator: SheetIndicator): string {
  const results = indicator.years.flatMap(({ fy, result }) =>
    result && (result.value !== null || result.text !== null)
      ? [{ year: fiscalYearShort(fy), ...result }]
      : [],
  );
  const years = (of: readonly { year: string }[]) => of.map(({ year }) => year).join("、");
  const bounds = new Set(indicator.years.map(({ target }) => boundWords(target?.bound ?? null)));
  const sources = indicator.years.flatMap(({ fy, target }) => {
    const source = target && targetSource(target);
    return source ? [{ year: fiscalYearShort(fy), source }] : [];
  });
  const demo = results.filter((result) => result.isDemo);
  const provisional = results.filter((result) => result.provisional);
  return [
    indicator.isRepost && "再掲",
    indicator.isShared && "共有指標",
    ...[...bounds].filter(Boolean).map((bound) => `目標は「${bound}」`),
    sources.length > 0 && `目標は${sources[0]?.source}（${years(sources)}）`,
    ...results
      .filter((result) => result.partial)
      .map((r) => `${r.year} 部分集計（${r.reported}／${r.expectedReporters}団体）`),
    provisional.length > 0 && `${years(provisional)} 集計中`,
    demo.length > 0 && `デモ：架空の値（${years(demo)}）`,
  ]
    .filter(Boolean)
    .join("／");
}
