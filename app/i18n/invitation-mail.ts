import { oneLine } from "#app/domain/mail/mail.ts";
import type { Role } from "#app/policy/roles.ts";
import { momentText, roleLabels } from "./labels.ts";

/** The mail of an invitation; its link is added when it is sent. */
export function invitationMail(invitation: {
  organisation: string | null;
  role: Role;
  inviter: string;
  expiresAt: Date;
  /** What the portal is called. */
  portal: string;
}): { subject: string; text: string; item: string } {
  const { organisation, role, inviter, expiresAt, portal } = invitation;
  const what =
    organisation === null
      ? `${portal}の管理者`
      : `${portal}の${organisation}の構成員（役割：${roleLabels[role]}）`;
  return {
    subject: oneLine(`【招待】${portal}（${organisation ?? "ポータルの管理"}）`, 100),
    text: [
      `${oneLine(inviter, 100)}から、${what}として招待されました。`,
      `次のリンクを開き、${momentText(expiresAt)}までに参加の手続をしてください。リンクは一度だけ使えます。`,
      "心当たりがない場合は、このメールを破棄してください。手続をしない限り、利用者として登録されることはありません。",
    ].join("\n"),
    item: "招待を確認する",
  };
}
