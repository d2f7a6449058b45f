import type { EvaluationSheet } from "#app/domain/sheet/evaluation-sheet.ts";
import { fromPublishedWords } from "#app/i18n/sheet.ts";
import { MarkHeads } from "./mark-heads.tsx";
import { TableNotes } from "./scale-legend.tsx";
import { SheetTable } from "./sheet-table.tsx";
import { Sign } from "./sign.tsx";

/** How many carry each mark and outlook, policy by policy, with the sum at the foot. */
export function CountTable({
  sheet,
  unit,
  marksName,
}: {
  sheet: EvaluationSheet;
  /** What is counted: KPI, or what the plan calls its projects. */
  unit: string;
  /** What the plan calls its marks: 進捗度, 評価. */
  marksName: string;
}) {
  const { counts, plan } = sheet;
  const { rows, total, marks, open, aside, outlook } = counts;
  const lines = [...rows, ...(rows.length === 1 ? [] : [total])];
  const level = plan.levelNames.policy;
  return (
    <SheetTable
      caption={`${level}別の${unit}件数`}
      minWidth={outlook.length + aside.length > 0 ? "md" : "none"}
      note={counts.fromPublished && <TableNotes lines={[fromPublishedWords()]} />}
    >
      <thead>
        <tr>
          <th scope="col" rowSpan={2} className="w-[42%]">
            {level}
          </th>
          <th scope="colgroup" colSpan={marks.length + open.length}>
            {marksName}
          </th>
          <th scope="col" rowSpan={2}>
            計
          </th>
          {aside.length > 0 && (
            <th scope="colgroup" colSpan={aside.length}>
              件数に含めないもの
            </th>
          )}
          {outlook.length > 0 && (
            <th scope="colgroup" colSpan={outlook.length + 1}>
              達成見込み
            </th>
          )}
        </tr>
        <tr>
          <MarkHeads marks={marks} open={open} />
          {aside.map((mark) => (
            <th key={mark.symbol} scope="col" className="text-note">
              {mark.symbol}
            </th>
          ))}
          {outlook.map((step) => (
            <th key={step.symbol} scope="col">
              <Sign step={step} />
            </th>
          ))}
          {outlook.length > 0 && <th scope="col">計</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map((row) => (
          <tr key={row.node.code} data-total={row === total || undefined}>
            <th scope="row">{row === total ? "合計" : `${row.node.number}　${row.node.name}`}</th>
            {[
              ...row.marks,
              ...row.open,
              row.total,
              ...row.aside,
              ...row.outlooks,
              ...(outlook.length > 0 ? [row.outlookTotal] : []),
            ].map((number, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity
              <td key={index} data-count>
                {number}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </SheetTable>
  );
}
