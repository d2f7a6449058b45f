import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { ErrorSummary, type FormError } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import type { RoundState } from "#app/domain/round/states.ts";
import { message } from "#app/i18n/messages.ts";

const doneTitles: Record<string, string> = {
  prepare: "照会の内容を保存しました。照会はまだ始まっていません",
  open: "照会を開始しました。照会先の団体に知らせています",
  extend: "回答期限を延長しました。団体に知らせています",
  close: "照会を締め切りました",
  reopen: "照会を再開しました。照会先の団体に知らせています",
  publish: "実績を公表しました。だれでも閲覧できます",
};

type Refused = {
  intent: string;
  said: string;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
};

/** What came of the last step, and what stands in the way of the next. */
export function RoundMessages({
  page,
  done,
  refused,
}: {
  page: {
    round: { state: RoundState };
    outdated: boolean;
    overdue: boolean;
    rows: readonly unknown[];
  };
  done: string | null;
  refused: Refused | null;
}) {
  const { state } = page.round;
  return (
    <div className="mb-8 space-y-4 empty:hidden">
      {refused?.said === "invalid" && <ErrorSummary errors={fieldsOf(refused)} />}
      {refused?.said === "conflict" && (
        <NotificationBanner kind="warning" live takesFocus title="処理していません">
          <p>
            画面を開いたあとに、ほかの人がこの照会の手続を進めました。現在の状態を確かめて、必要であればもう一度行ってください。
          </p>
        </NotificationBanner>
      )}
      {refused?.said === "locked" && (
        <NotificationBanner kind="warning" live takesFocus title="処理していません">
          <p>この照会の現在の状態では、この手続はできません。現在の状態を確かめてください。</p>
        </NotificationBanner>
      )}
      {done !== null && done in doneTitles && (
        <NotificationBanner kind="success" live title={doneTitles[done]} />
      )}
      {page.outdated && (
        <NotificationBanner kind="warning" title="照会の内容を保存し直してください">
          <p>{message("round.outdated")}</p>
        </NotificationBanner>
      )}
      {state === "preparing" && page.overdue && (
        <NotificationBanner kind="warning" title="回答期限が過ぎています">
          <p>このまま開始すると、届いた報告はすべて期限後の回答になります。</p>
        </NotificationBanner>
      )}
    </div>
  );
}

/** The errors with the fields of the form that was sent: each step and organisation has its own. */
function fieldsOf({ intent, values, errors }: Refused): FormError[] {
  const idOf = (field: string) => {
    if (intent === "extend") return `${field}-${values.organisation}`;
    return field === "dueOn" || field === "reason" ? `${intent}-${field}` : field;
  };
  return errorsInOrder({ ...errors }, ["confirmed", "dueOn", "reason"]).map((error) => ({
    ...error,
    fieldId: idOf(error.fieldId),
  }));
}
