import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { ImportState } from "#app/domain/import/states.ts";
import { importStateWords } from "#app/i18n/import.ts";
import { momentText } from "#app/i18n/labels.ts";
import { paths } from "#app/site/paths.ts";

/** What an organisation has brought in for a round, newest first. */
export function EarlierImports({
  organisation,
  plan,
  round,
  imports,
}: {
  organisation: string;
  plan: string;
  round: number;
  imports: readonly {
    id: string;
    state: ImportState;
    fileName: string;
    author: string;
    createdAt: Date;
  }[];
}) {
  return (
    <Table caption="これまでに取り込んだファイル" captionHidden stacks dense>
      <THead>
        <Tr>
          <Th>ファイル</Th>
          <Th>状態</Th>
          <Th>日時</Th>
          <Th>担当者</Th>
        </Tr>
      </THead>
      <TBody>
        {imports.map(({ id, state, fileName, author, createdAt }) => (
          <Tr key={id}>
            <Th scope="row">
              <TextLink to={paths.import(organisation, plan, round, id)} quiet>
                {fileName}
              </TextLink>
            </Th>
            <Td label="状態">{importStateWords[state]}</Td>
            <Td label="日時">{momentText(createdAt)}</Td>
            <Td label="担当者">{author}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
