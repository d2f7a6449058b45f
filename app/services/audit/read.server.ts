import { asc } from "drizzle-orm";
import { z } from "zod";
import { can } from "#app/policy/can.ts";
import { organisations } from "#db/schema/index.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { describeEvents } from "./describe.server.ts";
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
    const shown = events.slice(0, eventsPerPage);
    const rows = await describeEvents(tx, shown, membership?.shortName ?? null);
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
