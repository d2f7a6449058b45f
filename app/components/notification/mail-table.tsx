import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag, type TagTone } from "#app/components/ui/tag.tsx";
import type { MailKind, MailState } from "#app/domain/mail/mail.ts";
import { momentText } from "#app/i18n/labels.ts";
import { mailErrorText, mailKindLabels, mailStateLabels } from "#app/i18n/mail.ts";

export type LoggedMail = {
  id: string;
  kind: MailKind;
  subject: string;
  /** As its recipient reads it. */
  body: string;
  state: MailState;
  attempts: number;
  lastError: string | null;
  sentAt: Date | null;
  createdAt: Date;
  /** Null for somebody outside the portal, whose address the log does not show. */
  name: string | null;
  offices: string | null;
};

const tones: Record<MailState, TagTone> = {
  gathering: "blue",
  ready: "blue",
  sent: "green",
  digested: "gray",
  withheld: "gray",
  failed: "red",
};

/** What was sent to whom, and what became of it; each opens to what it says. */
export function MailTable({ mails }: { mails: readonly LoggedMail[] }) {
  return (
    <Table caption="メールの送信記録" captionHidden minWidth="lg" stacks>
      <THead>
        <Tr>
          <Th>件名と本文</Th>
          <Th>種類</Th>
          <Th>宛先</Th>
          <Th>作成</Th>
          <Th>状態</Th>
        </Tr>
      </THead>
      <TBody>
        {mails.map((mail) => (
          <Tr key={mail.id}>
            <Th scope="row">
              <Disclosure small summary={mail.subject}>
                <p className="whitespace-pre-line wrap-anywhere text-solid-gray-900">{mail.body}</p>
              </Disclosure>
            </Th>
            <Td label="種類" nowrap>
              {mailKindLabels[mail.kind]}
            </Td>
            <Td label="宛先">
              {mail.name === null
                ? "ポータル外の宛先"
                : `${mail.offices ?? "所属なし"}　${mail.name}`}
            </Td>
            <Td label="作成" nowrap>
              {momentText(mail.createdAt)}
            </Td>
            <Td label="状態">
              <Tag tone={tones[mail.state]}>{mailStateLabels[mail.state]}</Tag>
              <MailOutcome mail={mail} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** When it was sent, or why it was not yet. */
function MailOutcome({ mail: { sentAt, lastError, attempts } }: { mail: LoggedMail }) {
  if (sentAt !== null) return <span className="mt-1 block">{momentText(sentAt)}</span>;
  if (lastError === null) return null;
  return (
    <span className="mt-1 block">
      {mailErrorText(lastError)}（{attempts}回）
    </span>
  );
}
