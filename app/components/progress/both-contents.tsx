import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { momentText } from "#app/i18n/labels.ts";

/** Somebody else was faster: what was typed beside what is kept, so that a person decides. */
export function BothContents({
  rows,
  kept,
}: {
  rows: readonly { term: string; mine: string; theirs: string }[];
  kept: { author: string; createdAt: Date };
}) {
  return (
    <NotificationBanner
      kind="warning"
      live
      takesFocus
      title="ほかの人が先に記録したため、保存していません"
    >
      <p>
        {momentText(kept.createdAt)}に{kept.author}
        が記録しています。入力した内容は下の欄に残っています。内容を確かめて、必要であればもう一度送信してください。
      </p>
      <div className="mt-3 bg-white">
        <Table caption="入力した内容と記録されている内容" captionHidden dense fixed>
          <THead>
            <Tr>
              <Th className="w-1/5">項目</Th>
              <Th>あなたが入力した内容</Th>
              <Th>記録されている内容</Th>
            </Tr>
          </THead>
          <TBody>
            {rows.map(({ term, mine, theirs }) => (
              <Tr key={term} current={mine !== theirs}>
                <Th scope="row">{term}</Th>
                <Td className="whitespace-pre-line">{mine || "－"}</Td>
                <Td className="whitespace-pre-line">{theirs || "－"}</Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      </div>
    </NotificationBanner>
  );
}
