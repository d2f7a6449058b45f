import type { MailItem } from "#app/domain/mail/mail.ts";

/** What may happen to somebody's sign-in of which they are told, whoever did it. */
const happenings = {
  "password.change": "パスワードを変更しました",
  "password.reset": "パスワードを再設定しました",
  "factor.confirm": "二要素認証を設定しました",
  "factor.renew_codes": "回復コードを作り直しました",
  "factor.remove": "二要素認証を解除しました",
  "factor.reset": "二要素認証とパスキーを解除し、すべての端末からログアウトしました",
  "passkey.add": "パスキーを登録しました",
  "passkey.remove": "パスキーを削除しました",
  recovery: "回復コードを使ってログインしました",
} as const;
export type Happening = keyof typeof happenings;

/** The mail about it: what was done, and what to do if it was somebody else. */
export function securityMail(
  happening: Happening,
  securityPath: string,
): { subject: string; text: string; items: MailItem[] } {
  return {
    subject: happenings[happening],
    text: `あなたのアカウントの${happenings[happening]}。心当たりがない場合は、第三者が操作したおそれがあります。すぐにパスワードを変更し、ほかの端末からログアウトしたうえで、所属団体の管理担当に連絡してください。`,
    items: [{ text: "ログインとセキュリティ", path: securityPath }],
  };
}

/** The mail in which somebody finds the way to a new password; its link is added when it is sent. */
export function passwordResetMail(): { subject: string; text: string; items: MailItem[] } {
  return {
    subject: "パスワードの再設定",
    text: "パスワードの再設定の申請を受け付けました。1時間以内に、次のリンクから新しいパスワードを設定してください。リンクは1回だけ使えます。お心当たりがない場合は、何もする必要はありません。今のパスワードをそのまま使えます。",
    items: [{ text: "新しいパスワードの設定", path: "/" }],
  };
}
