import { MarkHeads } from "#app/components/sheet/mark-heads.tsx";
import { TableNotes } from "#app/components/sheet/scale-legend.tsx";
import { SheetTable } from "#app/components/sheet/sheet-table.tsx";
import type { PackContent } from "#app/domain/pack/content.ts";
import { packCounts } from "#app/domain/pack/counts.ts";
import { fromPublishedWords } from "#app/i18n/sheet.ts";

/** How many carry each mark, PT by PT, with who leads it and how much was reported. */
export function PackCounts({ content, unit }: { content: PackContent; unit: string }) {
  const { plan } = content;
  const { marks, open, rows, fromPublished } = packCounts(content);
  const joint = plan.ownerKind === "council";
  return (
    <SheetTable
      caption={`${plan.levelNames.goal}ごとの${unit}の件数`}
      note={fromPublished && <TableNotes lines={[fromPublishedWords()]} />}
    >
      <thead>
        <tr>
          <th scope="col" className="w-[26%]">
            {plan.levelNames.goal}
          </th>
          <th scope="col" className="w-[13%]">
            {joint ? "幹事" : "所管"}
          </th>
          <MarkHeads marks={marks} open={open} />
          <th scope="col">計</th>
          <th scope="col" className="w-[14%]">
            報告済み
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-total={row.isTotal || undefined}>
            <th scope="row">{row.isTotal ? "合計" : row.name}</th>
            <td>{row.lead.join("、")}</td>
            {[...row.marks, ...row.open, row.total].map((number, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity
              <td key={index} data-count>
                {number}
              </td>
            ))}
            <td data-figure>
              {row.expectedReporters === 0 ? "－" : `${row.reported}／${row.expectedReporters}件`}
            </td>
          </tr>
        ))}
      </tbody>
    </SheetTable>
  );
}
