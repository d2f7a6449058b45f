import { and, asc, eq } from "drizzle-orm";
import { unseal } from "#app/lib/sealed.server.ts";
import { totpAddress } from "#app/lib/totp.server.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import { productName } from "#app/site/name.ts";
import { accounts, passkeys, twoFactors } from "#db/schema/index.ts";
import { ServiceError } from "../service-error.ts";
import { authorizeOwn, type OwnContext } from "../session/own-context.server.ts";
import { factorPurpose } from "./prove.server.ts";
import { organisationsRequiringFactor } from "./required.server.ts";

/** What somebody proves with who they are: for their own page. Throws `forbidden`. */
export async function readFactor(context: OwnContext) {
  authorizeOwn(context, "factor.read");
  const { database: identity, actor } = context;
  const [factor] = await identity
    .select({ verified: twoFactors.verified, backupCodes: twoFactors.backupCodes })
    .from(twoFactors)
    .where(and(eq(twoFactors.userId, actor.id), eq(twoFactors.verified, true)));
  const [password] = await identity
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.userId, actor.id), eq(accounts.providerId, "credential")));
  return {
    hasPassword: password !== undefined,
    /** How many recovery codes are left; null without an authenticator. */
    codesLeft: factor ? (JSON.parse(factor.backupCodes) as string[]).length : null,
    passkeys: await identity
      .select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt })
      .from(passkeys)
      .where(eq(passkeys.userId, actor.id))
      .orderBy(asc(passkeys.createdAt)),
    requiredBy: await organisationsRequiringFactor(identity, actor.id),
  };
}

/** The secret of an authenticator that is being set up, to be read or typed. Throws `not_found`. */
export async function readBegunFactor(context: OwnContext, email: string) {
  authorizeOwn(context, "factor.confirm");
  const { id } = context.actor;
  const [begun] = await context.database
    .select({ secret: twoFactors.secret })
    .from(twoFactors)
    .where(and(eq(twoFactors.userId, id), eq(twoFactors.verified, false)));
  const secret = begun && unseal(webConfig().authSecret, factorPurpose(id), begun.secret);
  if (!secret) throw new ServiceError("not_found");
  return { secret, address: totpAddress(secret, productName, email) };
}
