import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.server.ts";
import { reporterLinks } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  type SignedIn,
  transaction,
} from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

const fields = z.object({ link: z.uuid() });

/**
 * Ends a link of one's own organisation before its days; what was answered by it stays. Revoking twice
 * is revoking. Throws `forbidden`, `not_found`, and `locked` where it was taken over meanwhile.
 */
export async function revokeLink(
  context: ServiceContext,
  slug: string,
  input: Record<string, unknown>,
): Promise<void> {
  const { organisationId } = requireMembership(context, slug);
  authorize(context, "link.revoke", { organisationId });
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("not_found");
  await transaction(context, (tx) =>
    revoke(tx, context, { organisationId, slug }, parsed.data.link),
  );
}

/** The same within a transaction of who was found to be allowed. */
export async function revoke(
  tx: Transaction,
  context: SignedIn,
  { organisationId, slug }: { organisationId: string; slug: string },
  id: string,
): Promise<void> {
  const own = and(eq(reporterLinks.id, id), eq(reporterLinks.organisationId, organisationId));
  const [ended] = await tx
    .update(reporterLinks)
    .set({ state: "revoked", endedAt: sql`now()` })
    .where(and(own, eq(reporterLinks.state, "open")))
    .returning({ id: reporterLinks.id });
  if (!ended) {
    const [known] = await tx.select({ state: reporterLinks.state }).from(reporterLinks).where(own);
    if (!known) throw new ServiceError("not_found");
    if (known.state === "used") throw new ServiceError("locked");
    return;
  }
  await record(tx, context, {
    action: "link.revoke",
    organisationId,
    subject: `${slug}/${id}`,
    detail: {},
  });
}
