import { displayFigure } from "#app/domain/figure/display.ts";
import type { ValueKind } from "#app/domain/indicator/definition.ts";
import type { ComparedRow } from "#app/domain/rollup/comparison.ts";
import { qualityWords } from "#app/i18n/answer.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import type { Cell, Cells, Column } from "#app/lib/export/table-model.ts";

type Given = {
  plan: { name: string };
  fy: number;
  organisations: readonly { slug: string; shortName: string }[];
  goals: readonly {
    node: { name: string };
    rows: readonly {
      code: string;
      name: string;
      unit: string;
      valueKind: ValueKind;
      places: number | null;
      cells: readonly ComparedRow[];
    }[];
  }[];
};

/** Organisations in columns, KPIs in rows, as the page has them; what is not asked for is empty. */
export function matrixFileTable({ organisations, goals }: Given): {
  columns: Column[];
  rows: Cells[];
} {
  return {
    columns: [
      { header: t`PT・目標`, width: 24, kind: "text" },
      { header: t`指標番号`, width: 12, kind: "text" },
      { header: t`指標`, width: 40, kind: "text" },
      { header: t`単位`, width: 8, kind: "text" },
      ...organisations.map(
        ({ shortName }): Column => ({ header: shortName, width: 12, kind: "figure" }),
      ),
      { header: t`備考`, width: 30, kind: "text" },
    ],
    rows: goals.flatMap(({ node, rows }) =>
      rows.map((row): Cells => {
        const cells = organisations.map(({ slug }) =>
          row.cells.find(({ organisation }) => organisation === slug),
        );
        const open = organisations.flatMap(({ shortName }, index) => {
          const quality = cells[index]?.quality;
          if (!quality || quality === "final" || cells[index]?.value === null) return [];
          return [t`${shortName}：${qualityWords[quality]}`];
        });
        const demo = cells.some((cell) => cell?.isDemo);
        return [
          node.name,
          row.code,
          row.name,
          row.unit,
          ...cells.map((cell) => cellOf(cell, row)),
          [...open, ...(demo ? [t`デモ（架空の値を含む）`] : [])].join(" ") || null,
        ];
      }),
    ),
  };
}

function cellOf(
  cell: ComparedRow | undefined,
  row: { valueKind: ValueKind; places: number | null },
): Cell {
  if (!cell) return { words: "" };
  if (cell.quality === null) return { words: t`未報告` };
  if (cell.value !== null) return displayFigure(cell.value, row);
  if (cell.reached !== null) return { words: cell.reached ? t`達成` : t`未達` };
  return { words: cell.words ?? qualityWords[cell.quality] };
}

/** The title of the table as a file. */
export function matrixTitle({ plan, fy }: Pick<Given, "plan" | "fy">): string {
  return t`${plan.name}　団体別一覧　${fiscalYearLabel(fy)}`;
}
