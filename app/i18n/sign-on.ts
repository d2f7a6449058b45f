/** Why nobody was signed in by their organisation's service. */
export type SignOnReason =
  | "unknown"
  | "not_begun"
  | "declined"
  | "failed"
  | "refused"
  | "slow_down";

type Words = { kind: "error" | "warning"; title: string; words: string };

/** What is said of each. Whom the portal knows is not told: `refused` reads alike for everybody. */
export const signOnRefusals: Record<SignOnReason, Words> = {
  unknown: {
    kind: "error",
    title: "ログインできませんでした",
    words:
      "選択された団体は、この方法によるログインを利用していません。団体を選び直すか、メールアドレスとパスワードでログインしてください。",
  },
  not_begun: {
    kind: "warning",
    title: "ログインの手続を最初からやり直してください",
    words: "手続を始めてから時間が経過したか、別の画面で手続が行われたため、完了できませんでした。",
  },
  declined: {
    kind: "error",
    title: "ログインできませんでした",
    words:
      "団体の認証サービスで、ログインが取り消されたか、許可されませんでした。心当たりがない場合は、所属団体の情報システムの担当にお問い合わせください。",
  },
  failed: {
    kind: "error",
    title: "団体の認証サービスで本人を確認できませんでした",
    words:
      "認証サービスから正しい応答がありませんでした。時間をおいてもう一度お試しください。続けて起きる場合は、所属団体の管理担当にお問い合わせください。",
  },
  refused: {
    kind: "error",
    title: "このアカウントではログインできません",
    words:
      "ポータルに登録されている本人と確認できませんでした。登録されているメールアドレスが、団体のアカウントのものと同じかどうか、所属団体の管理担当にお問い合わせください。",
  },
  slow_down: {
    kind: "warning",
    title: "しばらくお待ちください",
    words: "続けて失敗したため、この端末からのログインを一時的に制限しています。",
  },
};
