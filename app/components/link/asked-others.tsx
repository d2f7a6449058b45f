import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { LinkStanding } from "#app/domain/link/standing.ts";
import type { AnswerTotal } from "#app/domain/link/total.ts";
import type { AnswerContent } from "#app/domain/observation/answer.ts";
import { momentText } from "#app/i18n/labels.ts";
import { answerText, totalText } from "#app/i18n/link.ts";
import { paths } from "#app/site/paths.ts";
import { LinkStandingTag } from "./link-standing-tag.tsx";

export type AskedOthers = {
  links: readonly {
    id: string;
    recipient: string;
    expiresAt: Date;
    answer: { id: string; at: Date; content: AnswerContent } | null;
    standing: LinkStanding;
  }[];
  total: AnswerTotal | null;
};

type Report = {
  plan: { code: string };
  indicator: { code: string; unit: string };
  organisation: { slug: string };
  fy: number;
  period: number;
  newest: { version: number } | null;
  asked: AskedOthers;
  may: { save: boolean };
  requestKey: string;
};

/**
 * Whom the organisation asked for the figure, what they answered, and the ways to take that over into
 * the draft: one answer, or the sum of all. Works without scripts.
 */
export function AskedOthers({ report, editable }: { report: Report; editable: boolean }) {
  const { plan, indicator, organisation, fy, period, asked, newest } = report;
  const { links, total } = asked;
  if (links.length === 0 && !report.may.save) return null;
  const figure = { plan: plan.code, indicator: indicator.code, fy, period };
  const answers = links.flatMap(({ answer }) => (answer ? [answer.id] : []));
  return (
    <Section
      title="外部への照会"
      aside={
        report.may.save && (
          <TextLink to={paths.newLink(organisation.slug, figure)}>
            この数値を外部に照会する
          </TextLink>
        )
      }
      lead="会員企業や事業所などに、専用のリンクでこの数値の回答を依頼できます。"
    >
      {links.length > 0 && (
        <form
          method="post"
          action={paths.takeLinks(organisation.slug, plan.code, indicator.code, fy, period)}
        >
          <input type="hidden" name="baseVersion" value={newest?.version ?? 0} />
          <input type="hidden" name="requestKey" value={report.requestKey} />
          {total && (
            <div className="mb-4 flex flex-wrap items-center justify-between gap-3 rounded-8 border border-solid-gray-420 px-5 py-4">
              <p className="text-std-17B-170">{totalText(total, indicator.unit)}</p>
              {editable && (
                <Button name="answers" value={answers.join(",")} size="sm">
                  合計を下書きに取り込む
                </Button>
              )}
            </div>
          )}
          <Table caption="外部からの回答" captionHidden dense fixed stacks minWidth="md">
            <THead>
              <Tr>
                <Th className="w-[30%]">照会先</Th>
                <Th className="w-[26%]">回答</Th>
                <Th>備考</Th>
                <Th className="w-[22%]">状態</Th>
              </Tr>
            </THead>
            <TBody>
              {links.map(({ id, recipient, answer, standing, expiresAt }) => (
                <Tr key={id}>
                  <Th scope="row" className="break-words">
                    {recipient || "（削除済み）"}
                  </Th>
                  <Td label="回答">
                    {answer ? answerText(answer.content, indicator.unit) : "－"}
                    {answer && (
                      <span className="block text-note text-solid-gray-700">
                        {momentText(answer.at)}
                      </span>
                    )}
                  </Td>
                  <Td label="備考" className="whitespace-pre-line">
                    {answer?.content.note || "－"}
                  </Td>
                  <Td label="状態">
                    <LinkStandingTag standing={standing} />
                    {standing === "asked" && (
                      <span className="block text-note text-solid-gray-700">
                        期限：{momentText(expiresAt)}
                      </span>
                    )}
                    {answer && editable && (
                      <span className="mt-1 block print:hidden">
                        <Button name="answers" value={answer.id} variant="outline" size="xs">
                          取り込む<span className="sr-only">：{recipient}の回答</span>
                        </Button>
                      </span>
                    )}
                  </Td>
                </Tr>
              ))}
            </TBody>
          </Table>
          <p className="mt-3 text-dns-14N-130 text-solid-gray-700">
            取り込むと下書きとして保存し、備考に出所を書き添えます。取り込んだ回答は、照会先から訂正できなくなります。
          </p>
        </form>
      )}
    </Section>
  );
}
