import type { AsOf } from "#app/domain/rollup/as-of.ts";
import { type Actor, can, type Membership, type Subject } from "#app/policy/can.ts";
import type { Permission } from "#app/policy/permissions.ts";
import { asActor, type Database, type Transaction } from "#db/client.server.ts";
import { ServiceError } from "./service-error.ts";

/** What every verb is called with: who acts, on which database, in answer to which request. */
export type ServiceContext = {
  database: Database;
  actor: Actor | null;
  requestId: string;
  /** From when roll-ups are read; today's figures without. Nothing is written from it. */
  asOf?: AsOf;
};

/** A context of which it is known that somebody is signed in. */
export type SignedIn = ServiceContext & { actor: Actor };

/**
 * Runs one transaction as the context's actor. Throws `not_found` for codes and numbers that nothing
 * in the database can be equal to. `deadlineMs` is for work in the background.
 */
export async function transaction<Result>(
  context: ServiceContext,
  work: (tx: Transaction) => Promise<Result>,
  deadlineMs?: number,
): Promise<Result> {
  try {
    return await asActor(context.database, context.actor, work, deadlineMs);
  } catch (error) {
    // A NUL in a URL, or a number beyond all integers: PostgreSQL has no such value, and refuses the
    // question instead of the answer.
    if (isUnstorable(error)) throw new ServiceError("not_found");
    throw error;
  }
}

function isUnstorable(error: unknown): boolean {
  const { code, cause } = Object(error) as { code?: unknown; cause?: unknown };
  return code === "22021" || code === "22003" || (cause !== undefined && isUnstorable(cause));
}

/** Throws `forbidden` unless the actor may. */
export function authorize(
  context: ServiceContext,
  permission: Permission,
  subject: Subject = {},
): asserts context is SignedIn {
  if (!can(context.actor, permission, subject)) throw new ServiceError("forbidden", { permission });
}

/**
 * The membership by which the actor may, for what is written in an organisation's name. Throws
 * `forbidden` when there is none.
 */
export function authorizeAs(
  context: ServiceContext,
  permission: Permission,
  subject: Subject,
): { context: SignedIn; membership: Membership } {
  authorize(context, permission, subject);
  const { actor } = context;
  const membership = actor.memberships.find((m) =>
    can({ ...actor, memberships: [m] }, permission, subject),
  );
  if (!membership) throw new ServiceError("forbidden", { permission });
  return { context, membership };
}

/** The actor's membership in the organisation of the URL; `forbidden` when there is none. */
export function requireMembership(context: ServiceContext, slug: string): Membership {
  const membership = context.actor?.memberships.find((m) => m.slug === slug);
  if (!membership) throw new ServiceError("forbidden", { permission: "workspace.read" });
  authorize(context, "workspace.read", { organisationId: membership.organisationId });
  return membership;
}
