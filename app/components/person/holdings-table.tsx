import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { momentText } from "#app/i18n/labels.ts";

const kinds = [
  ["memberships", "所属、役割及び担当するPT"],
  ["signIn", "ログインの方法（パスワード、二要素認証、パスキーなど）"],
  ["sessions", "ログイン中の端末（日時、IPアドレス、ブラウザーの種類）"],
  ["preferences", "お知らせの設定"],
  ["notifications", "受け取ったお知らせ"],
  ["mails", "受け取ったメール"],
  ["visits", "新着の変更を確認した日時"],
  ["works", "報告、意見、添付資料などを書いた記録"],
  ["events", "操作の記録（監査記録）"],
] as const;

/** What the portal holds about somebody, and how much of each. */
export function HoldingsTable({
  email,
  since,
  counts,
}: {
  email: string;
  since: Date | null;
  counts: Record<(typeof kinds)[number][0], number>;
}) {
  return (
    <Table caption="保存している情報" captionHidden>
      <THead>
        <Tr>
          <Th>情報</Th>
          <Th>内容</Th>
        </Tr>
      </THead>
      <TBody>
        <Tr>
          <Th scope="row">メールアドレス</Th>
          <Td>
            <span className="wrap-anywhere">{email}</span>
          </Td>
        </Tr>
        {since && (
          <Tr>
            <Th scope="row">登録した日時</Th>
            <Td>{momentText(since)}</Td>
          </Tr>
        )}
        {kinds.map(([kind, label]) => (
          <Tr key={kind}>
            <Th scope="row">{label}</Th>
            <Td>{counts[kind].toLocaleString("ja-JP")}件</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
