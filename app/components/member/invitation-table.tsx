import { Button } from "#app/components/ui/button.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { goalField } from "#app/domain/identity/chosen-goals.ts";
import type { InvitationStanding } from "#app/domain/invitation/standing.ts";
import { invitationStandingLabels } from "#app/i18n/invitation.ts";
import { momentText, roleLabels } from "#app/i18n/labels.ts";
import type { Role } from "#app/policy/roles.ts";

export type ShownInvitation = {
  id: string;
  email: string;
  role: Role;
  nodeIds: readonly string[];
  author: string | null;
  createdAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  standing: InvitationStanding;
};

/** Who was asked, and what became of it; what is open is taken back, what is over sent anew. */
export function InvitationTable({
  invitations,
  sendPath,
}: {
  invitations: readonly ShownInvitation[];
  /** Where an invitation is sent anew; null where nobody may be asked any more. */
  sendPath: string | null;
}) {
  return (
    <Table caption="招待" captionHidden dense stacks minWidth="md">
      <THead>
        <Tr>
          <Th>メールアドレス</Th>
          <Th>役割</Th>
          <Th>状態</Th>
          <Th>招待した人</Th>
          <Th>操作</Th>
        </Tr>
      </THead>
      <TBody>
        {invitations.map((invitation) => (
          <Tr key={invitation.id}>
            <Th scope="row" className="break-all">
              {invitation.email || "（リンクを開いた人）"}
            </Th>
            <Td label="役割">{roleLabels[invitation.role]}</Td>
            <Td label="状態">
              <Tag tone={invitation.standing === "open" ? "blue" : "gray"} variant="soft">
                {invitationStandingLabels[invitation.standing]}
              </Tag>
              <span className="block text-note text-solid-gray-700">
                {invitation.endedAt
                  ? momentText(invitation.endedAt)
                  : `${momentText(invitation.expiresAt)}まで`}
              </span>
            </Td>
            <Td label="招待した人">
              {invitation.author ?? "－"}
              <span className="block text-note text-solid-gray-700">
                {momentText(invitation.createdAt)}
              </span>
            </Td>
            <Td label="操作">
              <Acts invitation={invitation} sendPath={sendPath} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Acts({
  invitation: { id, email, role, nodeIds, standing },
  sendPath,
}: {
  invitation: ShownInvitation;
  sendPath: string | null;
}) {
  const about = <span className="sr-only">：{email}</span>;
  const again = (standing === "open" || standing === "expired") && email !== "";
  return (
    <span className="flex flex-wrap gap-2 print:hidden">
      {again && sendPath && (
        <form method="post" action={sendPath}>
          <input type="hidden" name="intent" value="send" />
          <input type="hidden" name="emails" value={email} />
          <input type="hidden" name="role" value={role} />
          {nodeIds.map((node) => (
            <input key={node} type="hidden" name={goalField(node)} value="on" />
          ))}
          <Button variant="outline" size="xs">
            再招待する{about}
          </Button>
        </form>
      )}
      {standing === "open" && (
        <form method="post">
          <input type="hidden" name="intent" value="revoke" />
          <Button variant="outline" size="xs" name="invitation" value={id}>
            取り消す{about}
          </Button>
        </form>
      )}
    </span>
  );
}
