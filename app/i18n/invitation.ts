import type { InvitationStanding } from "#app/domain/invitation/standing.ts";
import type { Role } from "#app/policy/roles.ts";

export const invitationStandingLabels: Record<InvitationStanding, string> = {
  open: "回答待ち",
  used: "参加済み",
  revoked: "取消し",
  expired: "期限切れ",
};

/** What somebody with each role may do, for those who choose one. */
export const roleSentences: Record<Role, string> = {
  viewer: "自団体の報告と、域内の集計を閲覧します。",
  editor: "実績値や進捗を入力し、起案又は提出します。",
  approver: "団体内の決裁と、幹事団体としての受理・差戻しを行います。起案もできます。",
  admin: "決裁の役割に加えて、構成員の招待・変更・引継ぎと、団体の設定を行います。",
};

/** What an invitation is to: 「佐賀県」 or the keeping of the portal. */
export function invitedTo(organisation: string | null): string {
  return organisation ?? "ポータルの管理";
}
