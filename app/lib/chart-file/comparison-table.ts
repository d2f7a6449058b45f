import { displayFigure } from "#app/domain/figure/display.ts";
import type { ComparedRow } from "#app/domain/rollup/comparison.ts";
import type { NamedIndicator } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { qualityWords } from "#app/i18n/answer.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import type { Cell, Cells } from "#app/lib/export/table-model.ts";
import type { ChartFile } from "./answer.server.ts";

type Given = {
  indicator: NamedIndicator;
  years: readonly number[];
  names: Record<string, string>;
  plan: { rubric: Rubric };
};

/** The organisations beside each other with every year's figure, as the page's table and its trends have them. */
export function comparisonFileTable(
  { indicator, years, names, plan }: Given,
  {
    rows,
    marks,
  }: { rows: readonly ComparedRow[]; marks: Readonly<Record<string, string | null>> | null },
): ChartFile["table"] {
  const earlier = years.slice(0, -1);
  const labelOf = (symbol: string | null | undefined) =>
    plan.rubric.marks.find((mark) => mark.symbol === symbol)?.label ?? null;
  return {
    columns: [
      { header: t`指標番号`, kind: "text" },
      { header: t`指標`, kind: "text" },
      { header: t`単位`, kind: "text" },
      { header: t`団体`, kind: "text" },
      { header: fiscalYearLabel(years.at(-1) ?? 0), kind: "figure" },
      { header: t`値の状態`, kind: "text" },
      { header: t`順位`, kind: "figure" },
      { header: t`構成比`, kind: "rate" },
      { header: t`人口10万人当たり`, kind: "figure" },
      { header: t`評価（参考）`, kind: "text" },
      ...earlier.map((fy) => ({ header: fiscalYearLabel(fy), kind: "figure" as const })),
      { header: t`備考`, kind: "text" },
    ],
    rows: rows.map(
      (row): Cells => [
        indicator.code,
        indicator.name,
        indicator.unit,
        names[row.organisation] ?? row.organisation,
        displayFigure(row.value, indicator) ?? answered(row),
        row.quality === null ? t`未報告` : qualityWords[row.quality],
        row.rank === null ? null : String(row.rank),
        row.share,
        row.perCapita,
        marks && labelOf(marks[row.organisation]),
        ...earlier.map((_, index) => displayFigure(row.trend[index] ?? null, indicator)),
        row.trendIsDemo ? t`デモ（架空の値を含む）` : null,
      ],
    ),
  };
}

function answered({ words, reached }: ComparedRow): Cell {
  if (words) return { words };
  return reached === null ? null : { words: reached ? t`達成` : t`未達` };
}
