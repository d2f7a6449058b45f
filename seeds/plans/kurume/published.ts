import type { Decimal } from "#app/domain/figure/exact.ts";
import type {
  PrintedYear,
  PublishedActual,
  PublishedData,
  PublishedMark,
  PublishedSummary,
} from "#seeds/plans/plan-data.ts";

function final(
  indicator: string,
  fy: PrintedYear,
  value: Decimal,
  printed: string,
): PublishedActual {
  return { indicator, fy, quality: "final", value, printed };
}

/** 「—」: no figure in any year. */
function noData(indicator: string, fy: PrintedYear): PublishedActual {
  return { indicator, fy, quality: "no_data", value: null, printed: "—" };
}

function mark(indicator: string, fy: PrintedYear, value: string): PublishedMark {
  return { indicator, fy, value, reason: "公表値" };
}

/** The H31 outlook that is printed with the results of H28. */
function outlook(indicator: string, value: string): PublishedMark {
  return { indicator, fy: "H28", value, reason: "公表値" };
}

/** How many KPIs of a direction carry ○, △, ×, ー and A, B, C at the end of H28. */
function direction(
  node: string,
  indicators: number,
  [achieved, nearly, missed, open]: readonly [number, number, number, number],
  [a, b, c]: readonly [number, number, number],
): PublishedSummary {
  return {
    node,
    fy: "H28",
    indicators,
    marks: { "○": achieved, "△": nearly, "×": missed, ー: open },
    outlooks: { A: a, B: b, C: c },
  };
}

/** The results of H27 and H28 as printed. */
export const published: PublishedData = {
  editions: [
    { fy: "H27", title: "久留米市総合戦略 平成27年度の実績と進捗度" },
    { fy: "H28", title: "久留米市総合戦略 平成28年度の実績と進捗度" },
  ],
  actuals: [
    final("T1", "H27", "16639", "16,639人"),
    final("T1", "H28", "17375", "17,375人"),
    final("T2", "H27", "12.9", "12.9%"),
    final("T2", "H28", "11.2", "11.2%"),
    // The document prints the mean of the years so far, 547人 and 467人 (466.5), and the single year 386.
    final("T3-s", "H27", "547", "547人"),
    final("T3-s", "H28", "386", "386人"),
    final("T4", "H27", "525", "525万人"),
    {
      indicator: "T4",
      fy: "H28",
      quality: "provisional",
      value: null,
      printed: "（集計中）",
    },
    final("T5", "H27", "78.7", "78.7%"),
    final("T5", "H28", "78.1", "78.1%"),
    final("T6", "H27", "73", "73.0%"),
    final("T6", "H28", "76.4", "76.4%"),
    noData("T7-a", "H27"),
    noData("T7-a", "H28"),
    noData("T7-b", "H27"),
    noData("T7-b", "H28"),
  ],
  marks: [
    mark("T1", "H27", "○"),
    mark("T1", "H28", "○"),
    mark("T2", "H27", "△"),
    mark("T2", "H28", "×"),
    mark("T3", "H27", "○"),
    mark("T3", "H28", "○"),
    mark("T4", "H27", "△"),
    mark("T4", "H28", "ー"),
    mark("T5", "H27", "○"),
    mark("T5", "H28", "○"),
    mark("T6", "H27", "×"),
    mark("T6", "H28", "×"),
    mark("T7", "H27", "ー"),
    mark("T7", "H28", "ー"),
  ],
  // The outlook of T7 is printed as a dash.
  outlooks: [
    outlook("T1", "A"),
    outlook("T2", "B"),
    outlook("T3", "A"),
    // A although the actual of H28 is still being counted.
    outlook("T4", "A"),
    outlook("T5", "A"),
    outlook("T6", "B"),
  ],
  summaries: [
    direction("D1", 12, [8, 1, 2, 1], [9, 3, 0]),
    direction("D2", 3, [2, 0, 0, 1], [2, 1, 0]),
    direction("D3", 4, [1, 1, 0, 2], [3, 1, 0]),
    direction("D4", 2, [2, 0, 0, 0], [2, 0, 0]),
    direction("D5", 2, [1, 1, 0, 0], [2, 0, 0]),
    direction("D6", 1, [1, 0, 0, 0], [1, 0, 0]),
    direction("D7", 10, [4, 1, 1, 4], [10, 0, 0]),
    direction("D8", 4, [1, 0, 2, 1], [1, 3, 0]),
    direction("D9", 11, [4, 0, 1, 6], [8, 3, 0]),
    direction("D10", 13, [4, 2, 3, 4], [5, 8, 0]),
    direction("D11", 4, [2, 0, 1, 1], [2, 2, 0]),
    direction("D12", 1, [0, 0, 0, 1], [0, 1, 0]),
  ],
};
