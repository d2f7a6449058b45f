import type { Permission } from "#app/policy/permissions.ts";
import type { Transaction } from "#db/client.server.ts";
import { auditEvents } from "#db/schema/index.ts";
import type { SignedIn } from "../context.server.ts";

/** Writes the audit event of a change, in the change's own transaction. */
export async function record(
  tx: Transaction,
  context: SignedIn,
  event: {
    action: Permission;
    /** Null where nothing is done in the name of one. */
    organisationId: string | null;
    subject: string;
    detail: Record<string, unknown>;
  },
): Promise<void> {
  await tx
    .insert(auditEvents)
    .values({ ...event, actorId: context.actor.id, requestId: context.requestId });
}
