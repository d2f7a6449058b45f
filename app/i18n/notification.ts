import type { NotificationKind } from "#app/domain/discussion/notification.ts";
import { fiscalYearShort } from "./fiscal-year.ts";
import { roundNews } from "./round-news.ts";

/** What each kind of notice is about, for those who choose which ones they want. */
export const notificationKindLabels: Record<NotificationKind, string> = {
  mention: "自分や自分の団体に宛てた意見・質問",
  reply: "自分が発言した意見・質問への返信",
  resolved: "自分が発言した意見・質問の解決",
  submitted: "幹事団体として受理する報告の提出",
  returned: "自分の団体の報告の差戻し",
  accepted: "自分の団体の報告の受理",
  approval: "自分が決裁する報告の起案",
  round: "照会の開始、期限の延長、再開、公表",
  revision: "計画の見直しの決定",
  practice: "自分の団体の好事例の横展開",
  handover: "自分への業務の引継ぎ",
};

/**
 * What a notice says, made when it is read. Its detail holds `name`, the project, KPI, revision or
 * case, and where it is about a figure `organisation` and `fy`; `more` counts those submitted with it.
 */
export function notificationText(kind: NotificationKind, detail: Record<string, string>): string {
  const { name = "", organisation = "", fy, more, inside } = detail;
  const year = fy === undefined ? "" : fiscalYearShort(Number(fy));
  // Of a single figure, whose and of which year; otherwise the thing alone.
  const thing = organisation === "" ? `「${name}」` : `「${name}」の${organisation}の${year}報告値`;
  switch (kind) {
    case "mention":
      return `${thing}について、あなたに宛てた意見・質問があります`;
    case "reply":
      return `${thing}についての意見・質問に返信がありました`;
    case "resolved":
      return `${thing}についての意見・質問が解決済みになりました`;
    case "submitted":
      return `${organisation}が「${name}」${more ? `ほか${more}件` : ""}の${year}の報告を提出しました`;
    case "returned":
      return inside
        ? `「${name}」の${year}の報告が、団体内の決裁で差し戻されました`
        : `「${name}」の${year}の報告が差し戻されました`;
    case "accepted":
      return `「${name}」の${year}の報告が受理されました`;
    case "approval":
      return `「${name}」${more ? `ほか${more}件` : ""}の${year}の報告の決裁が求められています`;
    case "round":
      return roundNews(detail);
    case "revision":
      return `計画の見直し「${name}」が決定されました`;
    case "practice":
      return `${thing}の横展開が記録されました`;
    case "handover":
      return `${name}から業務を引き継ぎました`;
  }
}
