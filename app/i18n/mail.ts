import type { NotificationKind } from "#app/domain/discussion/notification.ts";
import {
  type ChoiceKind,
  choiceKinds,
  type MailItem,
  type MailKind,
  type MailState,
  oneLine,
} from "#app/domain/mail/mail.ts";
import { fiscalYearShort } from "./fiscal-year.ts";
import { notificationKindLabels, notificationText } from "./notification.ts";
import { roundMail } from "./round-news.ts";

/** So long a subject may be; mail programs show less. */
const longestSubject = 100;
/** So many things one mail lists; the rest is a number. */
const itemsAtMost = 30;

/** What each kind of mail is about, for those who choose which ones they want. */
export const choiceKindLabels: Record<ChoiceKind, string> = {
  ...notificationKindLabels,
  reminder: "KPI報告の回答期限の案内と督促（期限の前後1日、7日、14日）",
};

/** Each kind of mail in a word or two, for subjects and lists. */
export const mailKindLabels: Record<MailKind, string> = {
  mention: "意見・質問",
  reply: "返信",
  resolved: "解決済み",
  submitted: "受理待ち",
  returned: "差戻し",
  accepted: "受理",
  approval: "決裁待ち",
  round: "照会",
  revision: "計画の見直し",
  practice: "横展開",
  handover: "引継ぎ",
  reminder: "期限の案内",
  digest: "まとめ",
  security: "ログイン情報の変更",
  invitation: "招待",
  password_reset: "パスワードの再設定",
  reporter_link: "回答の依頼",
};

export const mailStateLabels: Record<MailState, string> = {
  gathering: "送信待ち",
  ready: "送信待ち",
  sent: "送信済み",
  digested: "まとめて送信",
  withheld: "送信しない設定",
  failed: "送信できず",
};

/** Why an attempt failed, in words that say where to look; unknown codes as they are. */
export function mailErrorText(code: string): string {
  const [kind = "", status = ""] = code.split(" ");
  const words: Record<string, string> = {
    ECONNECTION: "メールサーバーに接続できません",
    ECONNREFUSED: "メールサーバーに接続できません",
    ESOCKET: "メールサーバーに接続できません",
    EDNS: "メールサーバーの名前を解決できません",
    ETIMEDOUT: "メールサーバーから応答がありません",
    ETLS: "メールサーバーとの暗号化に失敗しました",
    EAUTH: "メールサーバーの認証に失敗しました",
    EENVELOPE: "宛先がメールサーバーに受け付けられませんでした",
    EMESSAGE: "本文がメールサーバーに受け付けられませんでした",
    no_membership: "宛先の人がどの団体にも所属していません",
  };
  const text = words[kind] ?? `送信に失敗しました（${kind}）`;
  return status === "" ? text : `${text}（応答 ${status}）`;
}

type From = { organisation: string; name: string };

/** The mail of a notice: its subject, and what it tells, with who did it. */
export function noticeMail(
  kind: NotificationKind,
  detail: Record<string, string>,
  from: From,
): { subject: string; text: string } {
  const { name = "", organisation = "", fy, more } = detail;
  const year = fy === undefined ? "" : `（${fiscalYearShort(Number(fy))}）`;
  const about = {
    submitted: `${name}${more ? `ほか${more}件` : ""}${year}の${organisation}の報告`,
    returned: `${name}${year}の報告`,
    accepted: `${name}${year}の報告`,
  };
  const thing = kind in about ? about[kind as keyof typeof about] : `${name}${year}`;
  if (kind === "round") {
    const { subject, text } = roundMail(detail);
    return { subject: oneLine(subject, longestSubject), text: oneLine(text, 1500) };
  }
  const by = [from.organisation, from.name].filter((part) => part !== "").join("　");
  return {
    subject: oneLine(`【${mailKindLabels[kind]}】${thing}`, longestSubject),
    text: oneLine(`${notificationText(kind, detail)}。（${by}）`, 500),
  };
}

/** The subject of a mail that tells several notices: how many, and of what. */
export function digestSubject(kinds: readonly MailKind[]): string {
  const counts = new Map<MailKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const parts = [...counts].map(([kind, count]) => `${mailKindLabels[kind]}${count}件`);
  return oneLine(`【お知らせ ${kinds.length}件】${parts.join("、")}`, longestSubject);
}

/** A mail as it is read: plain text, complete in itself, its links made from `appUrl` alone. */
export function mailText(
  mail: { text: string; items: readonly MailItem[]; kind: MailKind },
  to: { name: string | null },
  portal: { name: string; appUrl: string; noticesPath: string },
): string {
  const shown = mail.items.slice(0, itemsAtMost);
  const rest = mail.items.length - shown.length;
  const bullet = mail.items.length > 1 ? "・" : "";
  return [
    to.name === null ? "ご担当者 様" : `${oneLine(to.name, 100)} 様`,
    "",
    ...(mail.text === "" ? [] : [mail.text, ""]),
    ...shown.flatMap(({ text, path }) => [`${bullet}${text}`, portal.appUrl + path, ""]),
    ...(rest > 0
      ? [
          `ほか${rest}件は、ポータルでご確認ください。`,
          portal.appUrl + (mail.kind === "digest" ? portal.noticesPath : ""),
          "",
        ]
      : []),
    "--",
    portal.name,
    "このメールは自動で送信しています。返信いただいてもお答えできません。",
    ...(isChosen(mail.kind)
      ? ["受け取るメールの種類は、ポータルの「お知らせの設定」で変更できます。"]
      : []),
  ].join("\n");
}

/** Whether somebody chose to get a kind of mail; links and what concerns their sign-in come to everybody. */
function isChosen(kind: MailKind): boolean {
  return kind === "digest" || choiceKinds.some((each) => each === kind);
}

/** In the log, in place of what an organisation wrote to a firm. */
export const withheldText =
  "外部への照会の本文は、照会した団体と照会先だけのものであるため、ここには表示しません。";
