import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { SheetIndicator } from "./evaluation-sheet.ts";
import type { SheetDetails, SheetPlace, SheetRollup } from "./inputs.ts";
import { saysMore, yearCells } from "./year-cells.ts";

/** An indicator as a place shows it; null where the place names none of the plan. */
export function sheetIndicator(
  rollup: SheetRollup,
  place: SheetPlace,
  details: SheetDetails,
  years: readonly FiscalYear[],
): SheetIndicator | null {
  const indicator = rollup.indicators.find((one) => one.id === place.indicatorId);
  if (!indicator) return null;
  const { cells, parts } = details.series.get(indicator.id) ?? { cells: [], parts: [] };
  const others = rollup.attachments.filter(
    (other) => other.indicatorId === indicator.id && other !== place,
  );
  const row = yearCells(indicator, {
    years,
    cells,
    results: details.results.get(indicator.id) ?? new Map(),
    names: rollup.organisationNames,
  });
  const valueIn = (fy: FiscalYear) => row.find((year) => year.fy === fy)?.result?.value ?? null;
  return {
    code: place.code,
    name: place.name,
    unit: indicator.unit,
    series: indicator.series,
    direction: indicator.direction,
    valueKind: indicator.valueKind,
    derivation: indicator.derivation,
    isRepost: place.isRepost,
    isShared: !place.isRepost && others.some((other) => !other.isRepost),
    printedDifferently: place.printedDifferently,
    baseline: {
      value: indicator.baselineValue,
      text: indicator.baselineText,
      asOf: indicator.baselineAsOf,
    },
    target: {
      value: indicator.targetValue,
      text: indicator.targetText,
      bound: indicator.targetBound,
    },
    years: row,
    outlook: rollup.outlooks.get(indicator.id) ?? null,
    notes: (details.notes.get(indicator.id) ?? []).filter((note) =>
      saysMore(note.text, valueIn(note.fy)),
    ),
    unplaced: cells.filter((cell) => cell.fy === null).map((cell) => cell.text),
    // Only those of its own place: others stand in a list of their own.
    parts: rollup.attachments
      .filter(
        (part) =>
          part.role === "part" && part.nodeId === place.nodeId && parts.includes(part.indicatorId),
      )
      .flatMap((part) => sheetIndicator(rollup, part, details, years) ?? []),
  };
}
