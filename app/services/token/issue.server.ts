import { createHash, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { tokenScopes } from "#app/domain/identity/states.ts";
import { tokenDays } from "#app/domain/token/key.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { requiredText } from "../typed-text.ts";

const fields = z.object({
  name: requiredText(60, "token.name", "token.name"),
  scope: z.enum(tokenScopes, "token.scope"),
  days: z.coerce
    .number("token.days")
    .int("token.days")
    .min(1, "token.days")
    .max(tokenDays.most, "token.days"),
  requestKey: z.uuid(),
});

/**
 * Issues a key by which a program acts for one's own organisation, as a technical user that the database
 * makes for it. Answers the key: it is kept nowhere, only its hash. The same form sent twice issues once
 * and answers `conflict`, as the key was shown before. Throws `forbidden`, `invalid`.
 */
export async function issueToken(
  context: ServiceContext,
  slug: string,
  input: Record<string, unknown>,
  now: Date,
): Promise<{ key: string; name: string }> {
  const { organisationId } = requireMembership(context, slug);
  authorize(context, "token.issue", { organisationId });
  const parsed = fields.safeParse(input);
  if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
  const { name, scope, days, requestKey } = parsed.data;
  const key = `portal_${randomBytes(32).toString("base64url")}`;
  const hash = createHash("sha256").update(key).digest("hex");
  const expiresAt = new Date(now.getTime() + days * 86_400_000).toISOString();
  await transaction(context, async (tx) => {
    const [row] = await tx.execute<{ issued: boolean }>(sql`
      select portal.issue_token(${requestKey}::uuid, ${organisationId}::uuid, ${name}, ${scope},
        decode(${hash}, 'hex'), ${key.slice(-4)}, ${expiresAt}::timestamptz) as issued`);
    if (!row?.issued) throw new ServiceError("conflict");
    await record(tx, context, {
      action: "token.issue",
      organisationId,
      subject: `${slug}/${requestKey}`,
      detail: { name, scope, expiresAt },
    });
  });
  return { key, name };
}
