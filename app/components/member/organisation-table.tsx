import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { OrganisationKind } from "#app/domain/indicator/definition.ts";
import { organisationKindLabels } from "#app/i18n/organisation.ts";
import { paths } from "#app/site/paths.ts";

export type ShownOrganisation = {
  slug: string;
  kind: OrganisationKind;
  code: string | null;
  shortName: string;
  name: string;
  members: number;
  admins: number;
  /** How many open invitations ask for an administrator. */
  asked: number;
};

/** The organisations of the portal, each with how many people belong to it. */
export function OrganisationTable({
  organisations,
}: {
  organisations: readonly ShownOrganisation[];
}) {
  return (
    <Table caption="団体" captionHidden dense stacks minWidth="md">
      <THead>
        <Tr>
          <Th>名称</Th>
          <Th>種類</Th>
          <Th>団体コード</Th>
          <Th numeric>構成員</Th>
          <Th numeric>管理者</Th>
          <Th>状態</Th>
        </Tr>
      </THead>
      <TBody>
        {organisations.map((each) => (
          <Tr key={each.slug}>
            <Th scope="row">
              <TextLink to={paths.organisation(each.slug)} quiet>
                {each.name}
              </TextLink>
              {each.shortName !== each.name && (
                <span className="block text-note text-solid-gray-700">{each.shortName}</span>
              )}
            </Th>
            <Td label="種類">{organisationKindLabels[each.kind]}</Td>
            <Td label="団体コード">{each.code ?? "－"}</Td>
            <Td numeric label="構成員">
              {each.members}人
            </Td>
            <Td numeric label="管理者">
              {each.admins}人
            </Td>
            <Td label="状態">
              {each.admins > 0 ? (
                "管理者あり"
              ) : (
                <Tag tone={each.asked > 0 ? "blue" : "orange"} variant="soft">
                  {each.asked > 0 ? "管理者を招待中" : "管理者なし"}
                </Tag>
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
