import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { type RevisionState, revisionCapabilities } from "#app/domain/plan/revision.ts";
import { momentText } from "#app/i18n/labels.ts";
import { revisionStateLabels } from "#app/i18n/revision.ts";
import { paths } from "#app/site/paths.ts";

/** The revisions of a plan, in progress and past, for members. */
export function RevisionList({
  plan,
  revisions,
}: {
  plan: string;
  revisions: readonly {
    number: number;
    title: string;
    state: RevisionState;
    createdAt: Date;
    items: number;
  }[];
}) {
  return (
    <Table caption="計画の見直し" captionHidden stacks dense>
      <THead>
        <Tr>
          <Th>名称</Th>
          <Th>状態</Th>
          <Th numeric>提案</Th>
          <Th>開始</Th>
        </Tr>
      </THead>
      <TBody>
        {revisions.map(({ number, title, state, createdAt, items }) => (
          <Tr key={number}>
            <Th scope="row">
              <TextLink to={paths.revision(plan, number)}>{title}</TextLink>
            </Th>
            <Td label="状態">
              <Tag tone={revisionCapabilities[state].isOver ? "gray" : "blue"}>
                {revisionStateLabels[state]}
              </Tag>
            </Td>
            <Td label="提案" numeric>
              {items}件
            </Td>
            <Td label="開始">{momentText(createdAt)}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
