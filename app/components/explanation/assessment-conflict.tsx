import type { DisplayMark } from "#app/components/evaluation/mark-badge.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { AssessedValue } from "./assessment-history.tsx";

/** What somebody else has recorded meanwhile; one's own input stands in the form below. */
export function AssessmentConflict({
  newest,
  scale,
}: {
  newest: { value: string | null; reason: string; organisation: string } | null;
  scale: readonly DisplayMark[];
}) {
  return (
    <NotificationBanner kind="warning" live title="ほかの人が先に記録したため、保存していません">
      {newest && (
        <p>
          保存されている内容：
          <AssessedValue value={newest.value} scale={scale} />（{newest.organisation}　理由：
          {newest.reason}）
        </p>
      )}
      <p>
        入力した内容は下の欄に残っています。置き換える場合は、内容を確かめてもう一度記録してください。
      </p>
    </NotificationBanner>
  );
}
