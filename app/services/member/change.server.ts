import { eq } from "drizzle-orm";
import { z } from "zod";
import { chosenGoals } from "#app/domain/identity/chosen-goals.ts";
import { roles } from "#app/policy/roles.ts";
import { memberNodes, members } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { revokeInvitationsOfAuthor } from "../invitation/revoke-of-author.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { findMember } from "./find.server.ts";
import { goalsOf } from "./goals-of.server.ts";
import { keepingAnAdmin } from "./keeping-an-admin.server.ts";

const fields = z.object({
  role: z.enum(roles, "member.role"),
  /** What the form showed: the role, and the PTs by their ids. */
  baseRole: z.string(),
  baseGoals: z.string().default(""),
});

/**
 * Gives a member another role, or other PTs to look after; it counts at their next request. The same
 * again changes nothing. Throws `forbidden`, `not_found`, `invalid`, also for the last administrator,
 * and `conflict` when a colleague changed them meanwhile.
 */
export async function changeMember(
  context: ServiceContext,
  { organisation, userId }: { organisation: string; userId: string },
  input: Record<string, unknown>,
): Promise<void> {
  const { organisationId } = requireMembership(context, organisation);
  authorize(context, "member.change", { organisationId });
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
  const { role, baseRole, baseGoals } = parsed.data;
  const goalIds = chosenGoals(input);
  await keepingAnAdmin("role", () =>
    transaction(context, async (tx) => {
      const known = await goalsOf(tx, organisationId);
      const codesOf = (ids: readonly string[]) =>
        known.filter(({ id }) => ids.includes(id)).map(({ code }) => code);
      if (codesOf(goalIds).length < goalIds.length)
        throw new ServiceError("invalid", { errors: { goals: "invitation.goals" } });
      const member = await findMember(tx, { organisationId, userId });
      // Also a form that is sent twice: the second time it finds what the first one wrote.
      if (member.role === role && member.goalIds.join() === goalIds.join()) return;
      if (member.role !== baseRole || member.goalIds.join() !== baseGoals)
        throw new ServiceError("conflict");
      // Written first: who steps down does so as the administrator that they are.
      await record(tx, context, {
        action: "member.change",
        organisationId,
        subject: `${organisation}/${userId}`,
        detail: {
          before: { role: member.role, goals: codesOf(member.goalIds) },
          after: { role, goals: codesOf(goalIds) },
        },
      });
      await tx.delete(memberNodes).where(eq(memberNodes.memberId, member.id));
      if (goalIds.length > 0)
        await tx
          .insert(memberNodes)
          .values(goalIds.map((nodeId) => ({ memberId: member.id, nodeId })));
      if (member.role === role) return;
      if (member.role === "admin")
        await revokeInvitationsOfAuthor(tx, context, { organisation, organisationId, userId });
      await tx.update(members).set({ role }).where(eq(members.id, member.id));
    }),
  );
}
