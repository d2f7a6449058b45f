import type { Permission } from "#app/policy/permissions.ts";
import type { Transaction } from "#db/client.server.ts";
import { record } from "../audit/record.server.ts";
import { authorize, type ServiceContext, type SignedIn } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";

/** Somebody at their own account: on the connection of sign-in, in one of their sessions. */
export type OwnContext = ServiceContext & {
  session: { id: string; secondFactor: boolean; viaOrganisationId: string | null };
  clientAddress: string;
  requestHeaders: Headers;
};

/**
 * Throws `forbidden` unless somebody is signed in and may do this about themselves. A session that one
 * organisation's sign-in service vouched for changes nothing by which its person signs in: that would
 * open also what the service has no say in.
 */
export function authorizeOwn(
  context: OwnContext,
  permission: Permission,
): asserts context is OwnContext & SignedIn {
  authorize(context, permission, { userId: context.actor?.id ?? "" });
  if (context.session.viaOrganisationId !== null && opensEverything.test(permission))
    throw new ServiceError("forbidden", { permission });
}

const opensEverything = /^(?:password\.change|passkey\.|factor\.(?!read$))/;

/** Writes the audit event of what somebody did about their own account, in its transaction. */
export function recordOwn(
  tx: Transaction,
  context: SignedIn,
  action: Permission,
  detail: Record<string, unknown> = {},
): Promise<void> {
  return record(tx, context, { action, organisationId: null, subject: context.actor.id, detail });
}
