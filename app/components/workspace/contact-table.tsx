import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { type ContactField, contactLabels, partnerRoleLabels } from "#app/i18n/workspace.ts";
import { paths } from "#app/site/paths.ts";

type Member = {
  slug: string;
  shortName: string;
  role: keyof typeof partnerRoleLabels;
  contact: (Record<ContactField, string> & { isDemo: boolean }) | null;
};

/** Who leads a PT and who is to be asked in each of its organisations; the own row can be changed. */
export function ContactTable({
  people,
  leaders,
  own,
  plan,
  pt,
  maySave,
}: {
  people: readonly Member[];
  leaders: readonly { office: string; organisation: string }[];
  /** slug of the reader's organisation */
  own: string;
  plan: string;
  pt: string;
  maySave: boolean;
}) {
  return (
    <Section id="contacts" title="関係者と連絡先">
      {leaders.length > 0 && (
        <DefinitionList
          className="mb-6"
          items={[
            { term: "リーダー", description: leaders.map(({ office }) => office).join("、") },
          ]}
        />
      )}
      <Table caption="参加団体と連絡先" captionHidden dense fixed stacks minWidth="lg">
        <THead>
          <Tr>
            <Th className="w-[18%]">団体</Th>
            <Th className="w-[12%]">役割</Th>
            <Th className="w-[24%]">部署・担当者</Th>
            <Th className="w-[24%]">電話・メール</Th>
            <Th>備考</Th>
          </Tr>
        </THead>
        <TBody>
          {people.map(({ slug, shortName, role, contact }) => (
            <Tr key={slug} current={slug === own}>
              <Th scope="row">
                {shortName}
                {slug === own && maySave && (
                  <span className="mt-1 block print:hidden">
                    <ButtonLink to={paths.contact(own, plan, pt)} size="xs">
                      連絡先を{contact ? "変更" : "登録"}
                    </ButtonLink>
                  </span>
                )}
              </Th>
              <Td label="役割">{partnerRoleLabels[role]}</Td>
              <Td label="部署・担当者">
                {contact ? (
                  <>
                    {contact.department}
                    {contact.person && <span className="block">{contact.person}</span>}
                    {contact.isDemo && <DemoTag />}
                  </>
                ) : (
                  <span className="text-solid-gray-600">未登録</span>
                )}
              </Td>
              <Td label="電話・メール">
                {contact?.phone && (
                  <span className="block tabular-nums">
                    <span className="sr-only">{contactLabels.phone}：</span>
                    {contact.phone}
                  </span>
                )}
                {contact?.email && (
                  <a href={`mailto:${contact.email}`} className="text-link break-all">
                    {contact.email}
                  </a>
                )}
              </Td>
              <Td label="備考" className="whitespace-pre-line">
                {contact?.note}
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </Section>
  );
}
