import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { ImportState } from "#app/domain/import/states.ts";
import { importStateWords } from "#app/i18n/import.ts";
import { momentText } from "#app/i18n/labels.ts";

/** What an organisation has brought in, for a round or for a plan, newest first. */
export function EarlierImports({
  caption = "これまでに取り込んだファイル",
  addressOf,
  imports,
}: {
  caption?: string;
  addressOf: (id: string) => string;
  imports: readonly {
    id: string;
    state: ImportState;
    fileName: string;
    author: string;
    createdAt: Date;
  }[];
}) {
  return (
    <Table caption={caption} captionHidden stacks dense>
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
              <TextLink to={addressOf(id)} quiet>
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
