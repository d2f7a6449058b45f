import { asc, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import { organisations, users } from "#db/schema/index.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { type AuditFilter, type AuditSight, selectEvents } from "./events.server.ts";

/** So many stand on one page. */
const eventsPerPage = 50;

const day = z.iso.date().catch("").default("");
const part = z.string().trim().max(100).catch("").default("");
const asked = z.object({
  from: day,
  until: day,
  actor: part,
  action: part,
  organisation: part,
  subject: part,
  request: part,
});

/** An event as it is read: with the name and office of who did it, and its place in the chain. */
export type AuditRow = {
  id: string;
  at: Date;
  action: string;
  /** Null where nobody was signed in. `office`: for which organisation, or where they work. */
  actor: { name: string; office: string | null } | null;
  organisation: string | null;
  /** With the names of the people whom it tells by their ids. */
  subject: string;
  detail: Record<string, unknown>;
  requestId: string | null;
  /** Its number in the chain of seals; null: it stands outside it. */
  seal: string | null;
};

/** Whose events a page is of: those of the organisation with this slug, or of the portal. */
export type AuditPlace = { slug: string } | "portal";

/** The filter of an address; what cannot be meant is left out. */
export function readAuditFilter(params: URLSearchParams): AuditFilter {
  return asked.parse(Object.fromEntries(params));
}

/**
 * What the actor may see of the events. Throws `forbidden` for everybody but the administrators of the
 * organisation, and for the portal's but who keeps it.
 */
export function authorizeAudit(context: ServiceContext, place: AuditPlace) {
  if (place === "portal") {
    authorize(context, "audit.read");
    return { context, membership: null, sight: "portal" as AuditSight };
  }
  const membership = requireMembership(context, place.slug);
  const { organisationId } = membership;
  authorize(context, "audit.read", { organisationId });
  // Keeping the portal opens its own events, and nobody's workspace.
  const asMember = { ...context.actor, memberships: [membership], keepsPortal: false };
  if (!can(asMember, "audit.read", { organisationId }))
    throw new ServiceError("forbidden", { permission: "audit.read" });
  return { context, membership, sight: { organisationId } as AuditSight };
}

/**
 * A page of the audit events, newest first: those below the event `before`. `next` is where the page
 * after it begins, null at the end.
 */
export async function readAudit(
  context: ServiceContext,
  place: AuditPlace,
  filter: AuditFilter,
  before: bigint | null,
) {
  const { membership, sight } = authorizeAudit(context, place);
  return transaction(context, async (tx) => {
    const window = { before, limit: eventsPerPage + 1 };
    const events = await selectEvents(tx, sight, filter, window);
    const rows = await describeEvents(tx, events.slice(0, eventsPerPage));
    return {
      membership,
      rows,
      next: events.length > eventsPerPage ? (rows.at(-1)?.id ?? null) : null,
      organisations:
        place === "portal"
          ? await tx
              .select({ slug: organisations.slug, shortName: organisations.shortName })
              .from(organisations)
              .orderBy(asc(organisations.position))
          : [],
    };
  });
}

const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Events with the names of people and organisations in place of their ids. */
export async function describeEvents(
  tx: Transaction,
  events: Awaited<ReturnType<typeof selectEvents>>,
): Promise<AuditRow[]> {
  if (events.length === 0) return [];
  const named = events.flatMap(({ actorId, subject }) => [
    ...(actorId ? [actorId] : []),
    ...(subject.match(ids) ?? []),
  ]);
  const people = await tx
    .select({
      id: users.id,
      name: users.name,
      offices: sql<string | null>`portal.offices_of(${users.id})`,
    })
    .from(users)
    .where(inArray(users.id, [...new Set(named)]));
  const all = await tx
    .select({ id: organisations.id, shortName: organisations.shortName })
    .from(organisations);
  const seals = await tx.execute<{ event_id: string; position: string }>(
    sql`select event_id::text, position::text from portal.seals_of(${sql.param(
      `{${events.map(({ id }) => id).join()}}`,
    )}::bigint[])`,
  );
  const person = new Map(people.map((each) => [each.id, each]));
  const office = new Map(all.map((each) => [each.id, each.shortName]));
  const seal = new Map(seals.map((each) => [each.event_id, each.position]));
  return events.map((event) => {
    const organisation = event.organisationId ? (office.get(event.organisationId) ?? null) : null;
    const actor = event.actorId ? person.get(event.actorId) : undefined;
    return {
      id: String(event.id),
      at: event.at,
      action: event.action,
      actor: actor ? { name: actor.name, office: organisation ?? actor.offices } : null,
      organisation,
      // What is about nobody but who did it need not say so.
      subject:
        event.subject === event.actorId
          ? ""
          : event.subject.replace(ids, (id) => person.get(id)?.name ?? id),
      detail: event.detail,
      requestId: event.requestId,
      seal: seal.get(String(event.id)) ?? null,
    };
  });
}
