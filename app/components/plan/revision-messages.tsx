import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { message } from "#app/i18n/messages.ts";

const doneTitles: Record<string, string> = {
  open: "見直しを始めました",
  propose: "提案しました",
  withdraw: "提案を取り下げました",
  set_aside: "提案を不採用にしました",
  take_up: "提案を採用に戻しました",
  assemble: "見直しの案を取りまとめました",
  reopen: "募集に戻しました",
  abandon: "見直しを中止しました",
  adopt: "見直しを決定しました",
};

/** What became of what was just asked of a revision. */
export function RevisionMessages({
  done,
  refused,
}: {
  done: string | null;
  refused: {
    said: string;
    values: Record<string, string>;
    errors: Record<string, string>;
  } | null;
}) {
  if (done && Object.hasOwn(doneTitles, done))
    return <NotificationBanner kind="success" live title={doneTitles[done]} />;
  if (refused?.said === "invalid") {
    const { code, step, intent } = refused.values;
    const place = intent === "advance" ? step : code;
    return (
      <ErrorSummary
        errors={Object.entries(refused.errors).map(([field, key]) => ({
          fieldId: field === "reason" ? `reason-${place}` : field,
          message: message(key),
        }))}
      />
    );
  }
  if (refused)
    return (
      <NotificationBanner kind="warning" live takesFocus title="処理していません">
        <p>
          画面を開いたあとに、ほかの人がこの見直しを進めたか、提案を変えています。下の内容が最新です。内容を確かめて、必要であればもう一度操作してください。
        </p>
      </NotificationBanner>
    );
  return null;
}
