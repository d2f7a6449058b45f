import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import type { Refusal } from "#app/domain/import/plan-table.ts";
import { planImportText } from "#app/i18n/plan-import.ts";

/** The cells of a file that could not be taken: where, as typed, and why. */
export function PlanRefusals({
  caption,
  refusals,
}: {
  caption: string;
  refusals: readonly Refusal[];
}) {
  return (
    <Table caption={caption} captionHidden stacks dense fixed>
      <THead>
        <Tr>
          <Th className="w-[18%]">セル</Th>
          <Th className="w-[26%]">入力された内容</Th>
          <Th>理由</Th>
        </Tr>
      </THead>
      <TBody>
        {refusals.map((refusal) => (
          <Tr key={`${placeOf(refusal)} ${refusal.typed} ${refusal.reason}`} className="align-top">
            <Th scope="row">{placeOf(refusal)}</Th>
            <Td label="入力された内容" className="[overflow-wrap:anywhere]">
              {refusal.typed === "" ? "（空欄）" : refusal.typed}
            </Td>
            <Td label="理由">{planImportText(refusal.reason)}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** 「指標!D12」; the row where the sheet has no such column, and the sheet where it is about no row. */
function placeOf({ sheet, row, column }: Refusal): string {
  if (row === null) return `シート「${sheet}」`;
  return column === null ? `${sheet}　${row}行目` : `${sheet}!${column}${row}`;
}
