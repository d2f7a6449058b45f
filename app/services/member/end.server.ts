import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { endMembership } from "./end-membership.server.ts";
import { findMember } from "./find.server.ts";
import { keepingAnAdmin } from "./keeping-an-admin.server.ts";

/**
 * Ends a membership: who belongs nowhere else is signed in no more at their next request. What they did
 * stays theirs, and what they drafted the organisation's. Throws `forbidden`, `not_found` and, for the
 * last administrator, `invalid`.
 */
export async function endMember(
  context: ServiceContext,
  { organisation, userId }: { organisation: string; userId: string },
): Promise<void> {
  const { organisationId } = requireMembership(context, organisation);
  authorize(context, "member.end", { organisationId });
  await keepingAnAdmin("end", () =>
    transaction(context, async (tx) => {
      const member = await findMember(tx, { organisationId, userId });
      await endMembership(tx, context, { organisation, organisationId, member });
    }),
  );
}
