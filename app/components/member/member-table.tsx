import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { dayText, roleLabels } from "#app/i18n/labels.ts";
import { goalsText } from "#app/i18n/member.ts";
import type { Role } from "#app/policy/roles.ts";
import { paths } from "#app/site/paths.ts";

export type ShownMember = {
  userId: string;
  name: string;
  role: Role;
  own: boolean;
  goals: readonly { name: string }[];
  details: { email: string; secondFactor: boolean; seenOn: string | null } | null;
};

/** The people of an organisation; for administrators with how they sign in, and the way to change them. */
export function MemberTable({
  organisation,
  people,
  mayChange,
}: {
  organisation: string;
  people: readonly ShownMember[];
  mayChange: boolean;
}) {
  return (
    <Table caption="構成員" captionHidden dense stacks minWidth="md">
      <THead>
        <Tr>
          <Th>氏名</Th>
          <Th>役割</Th>
          <Th>担当PT</Th>
          {mayChange && <Th>二要素認証</Th>}
          {mayChange && <Th>最後の利用</Th>}
          {mayChange && <Th>操作</Th>}
        </Tr>
      </THead>
      <TBody>
        {people.map((person) => (
          <Tr key={person.userId}>
            <Th scope="row">
              {person.name}
              {person.own && (
                <Tag className="ml-2" tone="blue" variant="soft">
                  あなた
                </Tag>
              )}
              {person.details && (
                <span className="block text-note break-all text-solid-gray-700">
                  {person.details.email}
                </span>
              )}
            </Th>
            <Td label="役割">{roleLabels[person.role]}</Td>
            <Td label="担当PT" className="whitespace-normal">
              {goalsText(person.goals)}
            </Td>
            {mayChange && (
              <Td label="二要素認証">{person.details?.secondFactor ? "設定済み" : "未設定"}</Td>
            )}
            {mayChange && (
              <Td label="最後の利用">
                {person.details?.seenOn ? dayText(person.details.seenOn) : "記録なし"}
              </Td>
            )}
            {mayChange && (
              <Td label="操作">
                <TextLink to={paths.member(organisation, person.userId)}>
                  変更・引継ぎ<span className="sr-only">：{person.name}</span>
                </TextLink>
              </Td>
            )}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
