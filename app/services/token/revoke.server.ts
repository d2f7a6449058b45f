import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { apiTokens } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

const fields = z.object({ token: z.uuid() });

/**
 * Ends a key of one's own organisation, and with it the membership that it acted by. Revoking twice is
 * revoking. Throws `forbidden`, `not_found`.
 */
export async function revokeToken(
  context: ServiceContext,
  slug: string,
  input: Record<string, unknown>,
): Promise<void> {
  const { organisationId } = requireMembership(context, slug);
  authorize(context, "token.revoke", { organisationId });
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("not_found");
  const { token } = parsed.data;
  await transaction(context, async (tx) => {
    const [known] = await tx
      .select({ name: apiTokens.name })
      .from(apiTokens)
      .where(and(eq(apiTokens.id, token), eq(apiTokens.organisationId, organisationId)));
    if (!known) throw new ServiceError("not_found");
    const [row] = await tx.execute<{ ended: boolean }>(
      sql`select portal.revoke_token(${token}::uuid) as ended`,
    );
    if (!row?.ended) return;
    await record(tx, context, {
      action: "token.revoke",
      organisationId,
      subject: `${slug}/${token}`,
      detail: { name: known.name },
    });
  });
}
