import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";

/** So many were asked that no more may be for a while; what was typed stands below. */
export function SlowDown({ waitSeconds }: { waitSeconds: number }) {
  return (
    <NotificationBanner kind="warning" live takesFocus title="しばらくお待ちください">
      <p>
        短い時間に多くの招待が行われたため、一時的に制限しています。約
        {Math.ceil(waitSeconds / 60)}
        分後に、もう一度お試しください。入力した内容は下に残っています。
      </p>
    </NotificationBanner>
  );
}
