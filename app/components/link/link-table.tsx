import { Button } from "#app/components/ui/button.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { Frequency } from "#app/domain/indicator/definition.ts";
import type { LinkStanding } from "#app/domain/link/standing.ts";
import type { AnswerContent } from "#app/domain/observation/answer.ts";
import { momentText } from "#app/i18n/labels.ts";
import { answerText, askedYear } from "#app/i18n/link.ts";
import { paths } from "#app/site/paths.ts";
import { LinkStandingTag } from "./link-standing-tag.tsx";

export type ShownLink = {
  id: string;
  plan: string;
  indicator: { code: string; name: string; unit: string; frequency: Frequency };
  fy: number;
  period: number;
  recipient: string;
  /** Null for who only reads. */
  email: string | null;
  expiresAt: Date;
  answer: { id: string; at: Date; content: AnswerContent } | null;
  standing: LinkStanding;
};

/** Whom an organisation asked for what, and what became of it; with the ways to end it and to ask anew. */
export function LinkTable({
  links,
  organisation,
  mayAsk,
}: {
  links: readonly ShownLink[];
  organisation: string;
  mayAsk: boolean;
}) {
  return (
    <form method="post">
      <Table caption="外部への照会" captionHidden dense fixed stacks minWidth="lg">
        <THead>
          <Tr>
            <Th className="w-[24%]">照会先</Th>
            <Th className="w-[30%]">数値</Th>
            <Th className="w-[22%]">回答</Th>
            <Th>状態</Th>
          </Tr>
        </THead>
        <TBody>
          {links.map((link) => {
            const { plan, indicator, fy, period, answer, standing } = link;
            return (
              <Tr key={link.id}>
                <Th scope="row" className="break-words">
                  {link.recipient || "（削除済み）"}
                  {link.email && (
                    <span className="block break-all font-normal text-note text-solid-gray-700">
                      {link.email}
                    </span>
                  )}
                </Th>
                <Td label="数値">
                  <TextLink to={paths.report(organisation, plan, indicator.code, fy, period)}>
                    {indicator.name}
                  </TextLink>
                  <span className="block text-note text-solid-gray-700">
                    {askedYear({ fy, period, frequency: indicator.frequency })}
                  </span>
                </Td>
                <Td label="回答">
                  {answer ? answerText(answer.content, indicator.unit) : "－"}
                  {answer && (
                    <span className="block text-note text-solid-gray-700">
                      {momentText(answer.at)}
                    </span>
                  )}
                </Td>
                <Td label="状態">
                  <LinkStandingTag standing={standing} />
                  <span className="block text-note text-solid-gray-700">
                    期限：{momentText(link.expiresAt)}
                  </span>
                  {mayAsk && standing !== "taken" && (
                    <span className="mt-1 flex flex-wrap gap-2 print:hidden">
                      <ButtonLink
                        to={paths.newLink(
                          organisation,
                          { plan, indicator: indicator.code, fy, period },
                          link.id,
                        )}
                        variant="outline"
                        size="xs"
                      >
                        再送する<span className="sr-only">：{link.recipient}</span>
                      </ButtonLink>
                      {standing !== "revoked" && (
                        <Button name="link" value={link.id} variant="outline" size="xs">
                          取り消す<span className="sr-only">：{link.recipient}</span>
                        </Button>
                      )}
                    </span>
                  )}
                </Td>
              </Tr>
            );
          })}
        </TBody>
      </Table>
    </form>
  );
}
