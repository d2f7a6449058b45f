import { and, desc, eq, exists, gte, inArray, isNull, like, lt, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { keptSubjects, signInSubjects } from "#app/domain/audit/subjects.ts";
import type { Transaction } from "#db/client.server.ts";
import { auditEvents, members, organisations, users } from "#db/schema/index.ts";

/** Whose events: an organisation's with the sign-ins of its members, or what concerns people and rights everywhere. */
export type AuditSight = { organisationId: string } | "portal";

/** What of the events is asked for; empty: all. What cannot be is nobody's. */
export type AuditFilter = {
  /** Days in Japan, both included. */
  from: string;
  until: string;
  /** A part of the name of who did it. */
  actor: string;
  /** `observation`, or `observation.submit`. */
  action: string;
  /** The slug of an organisation; among its own events it says nothing. */
  organisation: string;
  /** A part of what it is about. */
  subject: string;
  request: string;
};

const eventAction = sql`split_part(${auditEvents.action}, '.', 1)`;

/** The newest events in sight below `before`, at most `limit`. */
export function selectEvents(
  tx: Transaction,
  sight: AuditSight,
  filter: AuditFilter,
  { before, limit }: { before: bigint | null; limit: number },
) {
  const asked = conditionsOf(tx, filter);
  if (before !== null) asked.push(lt(auditEvents.id, before));
  const found = (...conditions: (SQL | undefined)[]) =>
    tx
      .select()
      .from(auditEvents)
      .where(and(...conditions, ...asked))
      .orderBy(desc(auditEvents.id))
      .limit(limit);
  if (sight === "portal") return found(inArray(eventAction, [...keptSubjects]));
  // Each part goes down an index of its own and stops early; one condition of both would read all.
  const { organisationId } = sight;
  const people = (id: SQL.Aliased | typeof members.userId) =>
    tx.select({ id }).from(members).where(eq(members.organisationId, organisationId));
  const ofSignIn = and(
    isNull(auditEvents.organisationId),
    inArray(eventAction, [...signInSubjects]),
  );
  return unionAll(
    found(eq(auditEvents.organisationId, organisationId)),
    found(ofSignIn, inArray(auditEvents.actorId, people(members.userId))),
    // Who was refused is not known to be who they said: they are the subject.
    found(
      ofSignIn,
      isNull(auditEvents.actorId),
      inArray(auditEvents.subject, people(sql`${members.userId}::text`.as("id"))),
    ),
  )
    .orderBy(desc(auditEvents.id))
    .limit(limit);
}

function conditionsOf(tx: Transaction, filter: AuditFilter): SQL[] {
  const found: SQL[] = [];
  const { from, until, actor, action, organisation, subject, request } = filter;
  if (from !== "") found.push(gte(auditEvents.at, startOf(from, 0)));
  if (until !== "") found.push(lt(auditEvents.at, startOf(until, 1)));
  if (actor !== "")
    found.push(
      inArray(
        auditEvents.actorId,
        tx.select({ id: users.id }).from(users).where(contains(users.name, actor)),
      ),
    );
  if (action.includes(".")) found.push(eq(auditEvents.action, action));
  else if (action !== "") found.push(like(auditEvents.action, `${literal(action)}.%`));
  if (organisation !== "")
    found.push(
      exists(
        tx
          .select({ id: organisations.id })
          .from(organisations)
          .where(
            and(
              eq(organisations.id, auditEvents.organisationId),
              eq(organisations.slug, organisation),
            ),
          ),
      ),
    );
  if (subject !== "") found.push(contains(sql`${auditEvents.subject}`, subject));
  if (request !== "") found.push(eq(auditEvents.requestId, request));
  return found;
}

/** Where a day of Japan begins, or the one so many days later. */
function startOf(day: string, later: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+09:00`) + later * 86_400_000);
}

function contains(column: SQL | typeof users.name, part: string): SQL {
  return sql`position(lower(${part}) in lower(${column})) > 0`;
}

function literal(part: string): string {
  return part.replace(/[\\%_]/g, "\\$&");
}
