import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";

/** What was typed beside what is kept, field by field. */
export function ContentRows({
  rows,
}: {
  rows: readonly { term: string; mine: string; theirs: string }[];
}) {
  return (
    <div className="mt-3 bg-white">
      <Table caption="入力した内容と記録されている内容" captionHidden dense fixed>
        <THead>
          <Tr>
            <Th className="w-1/5">項目</Th>
            <Th>あなたが入力した内容</Th>
            <Th>記録されている内容</Th>
          </Tr>
        </THead>
        <TBody>
          {rows.map(({ term, mine, theirs }) => (
            <Tr key={term} current={mine !== theirs}>
              <Th scope="row">{term}</Th>
              <Td className="whitespace-pre-line">{mine || "－"}</Td>
              <Td className="whitespace-pre-line">{theirs || "－"}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </div>
  );
}
