import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { oneLine } from "#app/domain/mail/mail.ts";
import { momentText } from "#app/i18n/labels.ts";

export type ListedPerson = {
  id: string;
  name: string;
  since: Date;
  /** Where they belong; null: nowhere any more. */
  offices: string | null;
  /** For whom they once acted. */
  actedFor: string | null;
  keeps: boolean;
};

/**
 * People who were found, with the form that takes lost keys out of use, and for each who belongs nowhere any
 * more the one that takes them out.
 */
export function PersonTable({ people }: { people: readonly ListedPerson[] }) {
  return (
    <Table caption="見つかった人" captionHidden minWidth="md" stacks>
      <THead>
        <Tr>
          <Th>名前</Th>
          <Th>所属</Th>
          <Th>操作の記録がある団体</Th>
          <Th>登録</Th>
          <Th>認証手段</Th>
          <Th>消去</Th>
        </Tr>
      </THead>
      <TBody>
        {people.map((person) => (
          <Tr key={person.id}>
            <Th scope="row">{oneLine(person.name, 100)}</Th>
            <Td label="所属">{person.offices ?? (person.keeps ? "ポータル管理者" : "所属なし")}</Td>
            <Td label="操作の記録がある団体">{person.actedFor ?? "－"}</Td>
            <Td label="登録">{momentText(person.since)}</Td>
            <Td label="認証手段">
              <ResetForm person={person} />
            </Td>
            <Td label="消去">
              {person.offices === null && !person.keeps ? (
                <EraseForm person={person} />
              ) : (
                "所属があるため、消去できません。"
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function EraseForm({ person }: { person: ListedPerson }) {
  return (
    <Disclosure small summary="消去する">
      <form method="post" className="space-y-3">
        <p>
          名前、メールアドレス及びログインの情報を消去します。元に戻すことはできません。報告や意見などの記録は、団体名とともに残ります。
        </p>
        <Button variant="outline" name="person" value={person.id}>
          {oneLine(person.name, 40)}の情報を消去する
        </Button>
      </form>
    </Disclosure>
  );
}

function ResetForm({ person }: { person: ListedPerson }) {
  return (
    <Disclosure small summary="解除する">
      <form method="post" className="space-y-3">
        <input type="hidden" name="intent" value="reset" />
        <p>
          二要素認証、回復コード及びパスキーを解除し、すべての端末からログアウトさせます。本人にはメールで知らせます。本人からの依頼であることを、電話などで必ず確かめてください。
        </p>
        <Button variant="outline" name="person" value={person.id}>
          {oneLine(person.name, 40)}の認証手段を解除する
        </Button>
      </form>
    </Disclosure>
  );
}
