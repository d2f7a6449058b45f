import { fiscalYearShort } from "#app/domain/fiscal-year/fiscal-year.ts";
import type {
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

/** The columns of the years: target, actual and mark, as far as any of the rows has them. */
export function yearColumns(
  indicators: readonly SheetIndicator[],
  marksName: string,
): { column: Column; cell: (indicator: SheetIndicator) => Cell }[] {
  const years = indicators[0]?.years.map(({ fy }) => fy) ?? [];
  const of = ({ years: cells }: SheetIndicator, fy: number) => cells.find((year) => year.fy === fy);
  return years.flatMap((fy) => {
    const year = fiscalYearShort(fy);
    const some = (what: "target" | "result") => indicators.some((one) => of(one, fy)?.[what]);
    const target = {
      column: figure(`${year}目標`),
      cell: (one: SheetIndicator) => targetCell(of(one, fy)?.target ?? null),
    };
    const result = [
      {
        column: figure(`${year}実績`),
        cell: (one: SheetIndicator) => actualCell(of(one, fy)?.result ?? null),
      },
      {
        column: mark(`${year}${marksName}`, 9),
        cell: (one: SheetIndicator) => markCell(of(one, fy)?.result?.mark),
      },
    ];
    return [...(some("target") ? [target] : []), ...(some("result") ? result : [])];
  });
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
    sources.length > 0 && `年度目標は${sources[0]?.source}（${years(sources)}）`,
    ...results
      .filter((result) => result.partial)
      .map((r) => `${r.year} 部分集計（${r.reported}／${r.expectedReporters}団体）`),
    provisional.length > 0 && `${years(provisional)} 集計中`,
    demo.length > 0 && `デモ：架空の値（${years(demo)}）`,
  ]
    .filter(Boolean)
    .join("／");
}
