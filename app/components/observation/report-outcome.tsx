import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { openReason } from "#app/i18n/approval.ts";
import { message } from "#app/i18n/messages.ts";
import { closedRoundText } from "#app/i18n/round.ts";
import { paths } from "#app/site/paths.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import { typedAnswer } from "./first-values.ts";
import type { Report, ReportResult } from "./report-data.ts";
import { TypedAnswer } from "./typed-answer.tsx";

const doneTitles: Record<string, string> = {
  save: "下書きを保存しました",
  propose: "起案しました。団体内の決裁を経て、幹事団体に提出されます",
  submit: "提出しました",
  take: "外部からの回答を下書きに取り込みました。内容を確かめて、提出してください",
  withdraw: "引き戻しました。内容を直してもう一度提出できます",
};

/** What came of the form that was sent, and what the newest version asks of the reader. */
export function ReportOutcome({ report, result }: { report: Report; result?: ReportResult }) {
  const { newest, organisation } = report;
  // An organisation that came to want decisions while the form lay open was asked for one.
  const done = report.done === "submit" && newest?.state === "proposed" ? "propose" : report.done;
  const back = (
    <ButtonLink to={paths.workspace(organisation.slug)} size="sm">
      ワークスペースへ戻る
    </ButtonLink>
  );
  return (
    <div className="mb-8 space-y-4 empty:hidden">
      {result?.error === "invalid" && (
        <ErrorSummary
          errors={Object.entries(result.errors).map(([field, key]) => ({
            fieldId: field,
            message: message(key),
          }))}
        />
      )}
      {result?.error === "conflict" && newest && (
        <ConflictNotice key={newest.id} mine={typedAnswer(result.values)} theirs={newest} />
      )}
      {result?.error === "locked" && (
        <NotificationBanner kind="warning" live takesFocus title="この操作はもうできません">
          <p>
            {report.closed
              ? `${closedRoundText()}入力した内容は保存されていません。`
              : "この報告はほかの人が先に進めています。下の現在の状態を確認してください。入力した内容は保存されていません。"}
          </p>
          <TypedAnswer answer={typedAnswer(result.values)} />
        </NotificationBanner>
      )}
      {!result && done && done in doneTitles && (
        <NotificationBanner kind="success" live title={doneTitles[done]} actions={back} />
      )}
      {!result && newest && openReason(newest) && (
        <NotificationBanner
          kind="warning"
          title={
            newest.state === "returned"
              ? "幹事団体から差し戻されています"
              : "団体内の決裁で差し戻されています"
          }
        >
          <p className="whitespace-pre-line">{newest.reason}</p>
        </NotificationBanner>
      )}
      {!result && newest?.state === "proposed" && report.may.approve && (
        <NotificationBanner
          title="団体内の決裁を待っています"
          actions={
            <ButtonLink to={paths.approval(organisation.slug)} size="sm">
              決裁待ちの報告を確認する
            </ButtonLink>
          }
        />
      )}
    </div>
  );
}
