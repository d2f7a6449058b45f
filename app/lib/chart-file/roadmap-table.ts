import type { RoadmapPoint, RoadmapProjection } from "#app/components/charts/roadmap-data.ts";
import { t } from "#app/i18n/t.ts";
import type { Cell, Cells } from "#app/lib/export/table-model.ts";
import type { ChartFile } from "./answer.server.ts";

/** `caveat`: what must be known about the actual, 「部分」「集計中」. */
type Reported = RoadmapPoint & { caveat: string };

/** The figures of a roadmap year by year, as its table on the page has them. */
export function roadmapFileTable(
  indicator: { code: string; name: string; unit: string },
  points: readonly Reported[],
  projection: RoadmapProjection | null,
): ChartFile["table"] {
  const rows = points.map((point): Cells => {
    const estimate = projection?.years.find(({ fy }) => fy === point.fy);
    return [
      indicator.code,
      indicator.name,
      indicator.unit,
      point.fy,
      point.target ?? wordsCell(point.targetText),
      point.actual ?? wordsCell(point.actualText ?? point.absence),
      stateOf(point),
      point.mark?.label ?? null,
      estimate?.value ?? null,
      estimate?.range?.low ?? null,
      estimate?.range?.high ?? null,
      point.demo ? t`デモ（架空の値）` : null,
    ];
  });
  return {
    columns: [
      { header: t`指標番号`, kind: "text" },
      { header: t`指標`, kind: "text" },
      { header: t`単位`, kind: "text" },
      { header: t`年度`, kind: "year" },
      { header: t`年度目標`, kind: "figure" },
      { header: t`実績`, kind: "figure" },
      { header: t`実績の状態`, kind: "text" },
      { header: t`評価`, kind: "text" },
      { header: t`見込み（推計）`, kind: "figure" },
      { header: t`見込みの下限（推計）`, kind: "figure" },
      { header: t`見込みの上限（推計）`, kind: "figure" },
      { header: t`備考`, kind: "text" },
    ],
    rows,
  };
}

/** 「集計中」「部分」 of a figure; why there is none, where there is none. */
function stateOf(point: Reported): Cell {
  if (point.actual === null && !point.actualText) return point.absence ?? null;
  return point.caveat || null;
}

function wordsCell(words: string | null | undefined): Cell {
  return words ? { words } : null;
}
