import { SheetTable } from "#app/components/sheet/sheet-table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import type { ValueKind } from "#app/domain/indicator/definition.ts";
import type { ComparedRow } from "#app/domain/rollup/comparison.ts";
import { qualityWords } from "#app/i18n/answer.ts";
import { formatFigure } from "#app/i18n/figure.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

export type MatrixRow = {
  code: string;
  name: string;
  unit: string;
  valueKind: ValueKind;
  places: number | null;
  /** One for each organisation that reports it. */
  cells: readonly ComparedRow[];
};

/** Organisations in columns, KPIs in rows: every figure on a shade of its own row. */
export function MatrixTable({
  rows,
  organisations,
  plan,
  fy,
  caption,
}: {
  rows: readonly MatrixRow[];
  organisations: readonly { slug: string; shortName: string }[];
  plan: string;
  fy: number;
  caption: string;
}) {
  return (
    <SheetTable caption={caption} minWidth="xl" stickyHead>
      <thead>
        <tr>
          <th scope="col" className="w-[20%]">
            {t`指標`}
          </th>
          {organisations.map(({ slug, shortName }) => (
            <th key={slug} scope="col">
              {shortName}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">
              <TextLink to={paths.comparison(plan, row.code, fy)} quiet>
                {row.name}
              </TextLink>
              {row.unit && <span className="text-solid-gray-700">{t`（${row.unit}）`}</span>}
            </th>
            {organisations.map(({ slug }) => (
              <Cell
                key={slug}
                row={row}
                cell={row.cells.find(({ organisation }) => organisation === slug) ?? null}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </SheetTable>
  );
}

function Cell({ row, cell }: { row: MatrixRow; cell: ComparedRow | null }) {
  // Not asked: an empty cell, as the head of the page says.
  if (cell === null) return <td data-out />;
  if (cell.quality === null)
    return (
      <td data-missing className="text-center">
        {t`未報告`}
      </td>
    );
  const open = cell.quality !== "final";
  if (cell.value === null && cell.words === null)
    return <td className="text-center text-note">{qualityWords[cell.quality]}</td>;
  return (
    <td data-figure={cell.words === null || undefined} data-shade={cell.shade ?? undefined}>
      {cell.value === null
        ? cell.reached === null
          ? cell.words
          : cell.reached
            ? t`達成`
            : t`未達`
        : formatFigure(displayFigure(cell.value, row))}
      {open && <span className="block text-tag font-normal">{qualityWords[cell.quality]}</span>}
    </td>
  );
}
