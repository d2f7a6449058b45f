import { eq } from "drizzle-orm";
import { z } from "zod";
import { issuerOf } from "#app/domain/identity/sign-on.ts";
import { seal } from "#app/lib/sealed.server.ts";
import { identityProviders } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { lockProvider } from "./lock.server.ts";
import { secretPurpose } from "./secret-purpose.ts";

/** What the portal is set up with: what secrets are sealed by, and whether services may go without https. */
export type ProviderRules = { authSecret: string; plain: boolean };

const printable = /^[\x21-\x7e]*$/;

const fields = z.object({
  issuer: z.string({ error: "provider.issuer" }).trim(),
  clientId: z
    .string({ error: "provider.client_id" })
    .trim()
    .min(1, "provider.client_id")
    .max(255, "provider.client_id")
    .regex(printable, "provider.client_id"),
  /** Empty: the one that is kept. */
  clientSecret: z
    .string({ error: "provider.client_secret" })
    .trim()
    .max(500, "provider.client_secret")
    .regex(printable, "provider.client_secret"),
  /** What the page showed. */
  baseIssuer: z.string({ error: "form.stale" }),
  baseClientId: z.string({ error: "form.stale" }),
});

/**
 * Says by which sign-in service an organisation's members may sign in. The secret is sealed for the
 * organisation; it stays where none is typed, but never goes to another service. With another service
 * or client end the sessions that the earlier one vouched for. Throws `forbidden`, `invalid`, and
 * `conflict` when it is not as the page showed it.
 */
export async function setProvider(
  context: ServiceContext,
  slug: string,
  input: Record<string, unknown>,
  { authSecret, plain }: ProviderRules,
): Promise<void> {
  const { organisationId } = requireMembership(context, slug);
  authorize(context, "provider.set", { organisationId });
  const { clientSecret, baseIssuer, baseClientId, ...given } = parsed(input, plain);
  await transaction(context, async (tx) => {
    const before = await lockProvider(tx, organisationId);
    if ((before?.issuer ?? "") !== baseIssuer || (before?.clientId ?? "") !== baseClientId)
      throw new ServiceError("conflict");
    const same = before?.issuer === given.issuer && before.clientId === given.clientId;
    if (clientSecret === "" && !same)
      throw new ServiceError("invalid", { errors: { clientSecret: "provider.client_secret" } });
    if (clientSecret === "") return;
    const sealed = seal(authSecret, secretPurpose(organisationId), clientSecret);
    if (before) {
      await tx
        .update(identityProviders)
        .set({ ...given, clientSecret: sealed, updatedAt: new Date() })
        .where(eq(identityProviders.organisationId, organisationId));
    } else {
      const added = await tx
        .insert(identityProviders)
        .values({ organisationId, ...given, clientSecret: sealed })
        .onConflictDoNothing()
        .returning({ id: identityProviders.id });
      if (added.length === 0) throw new ServiceError("conflict");
    }
    await record(tx, context, {
      action: "provider.set",
      organisationId,
      subject: slug,
      detail: { before, after: given },
    });
  });
}

function parsed(input: Record<string, unknown>, plain: boolean) {
  const read = fields.safeParse(input);
  const issues = read.success ? [] : read.error.issues;
  const errors = Object.fromEntries(
    issues.map(({ path: [field], message }) => [String(field), message]),
  );
  const issuer = issuerOf(String(input.issuer ?? "").trim(), plain);
  if (issuer === null) errors.issuer = "provider.issuer";
  if (!read.success || issuer === null) throw new ServiceError("invalid", { errors });
  return { ...read.data, issuer };
}
