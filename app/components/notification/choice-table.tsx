import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { byMailField, type ChoiceKind, inAppField } from "#app/domain/mail/mail.ts";
import { choiceKindLabels } from "#app/i18n/mail.ts";

/** Every kind of notice with a tick for the portal and one for mail. */
export function ChoiceTable({
  choices,
}: {
  choices: readonly { kind: ChoiceKind; inApp: boolean; byMail: boolean }[];
}) {
  return (
    <Table caption="受け取るお知らせ" className="max-w-[48rem]">
      <THead>
        <Tr>
          <Th>お知らせの種類</Th>
          <Th nowrap>ポータル</Th>
          <Th nowrap>メール</Th>
        </Tr>
      </THead>
      <TBody>
        {choices.map(({ kind, inApp, byMail }) => {
          const about = choiceKindLabels[kind];
          return (
            <Tr key={kind}>
              <Th scope="row" className="align-middle">
                {about}
              </Th>
              <Td className="align-middle">
                {kind === "reminder" ? (
                  <>
                    <span aria-hidden="true">－</span>
                    <span className="sr-only">メールだけで送信</span>
                  </>
                ) : (
                  <Tick name={inAppField(kind)} label={`${about}をポータルで受け取る`} on={inApp} />
                )}
              </Td>
              <Td className="align-middle">
                <Tick name={byMailField(kind)} label={`${about}をメールで受け取る`} on={byMail} />
              </Td>
            </Tr>
          );
        })}
      </TBody>
    </Table>
  );
}

function Tick({ name, label, on }: { name: string; label: string; on: boolean }) {
  return (
    <Checkbox
      id={name}
      name={name}
      className="-my-1.5"
      label={<span className="sr-only">{label}</span>}
      defaultChecked={on}
    />
  );
}
