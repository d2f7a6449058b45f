import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { momentText } from "#app/i18n/labels.ts";
import { ContentRows } from "./content-rows.tsx";

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
      <ContentRows rows={rows} />
    </NotificationBanner>
  );
}
