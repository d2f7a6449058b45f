import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { organisations, users } from "#db/schema/index.ts";
import type { selectEvents } from "./events.server.ts";

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
  /** With names likewise. */
  detail: Record<string, unknown>;
  requestId: string | null;
  /** Its number in the chain of seals; null: it stands outside it. */
  seal: string | null;
};

const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * Events with the names of people and organisations in place of their ids. `home` is where they work whose
 * office no event and no right says: the organisation whose events are read.
 */
export async function describeEvents(
  tx: Transaction,
  events: Awaited<ReturnType<typeof selectEvents>>,
  home: string | null,
): Promise<AuditRow[]> {
  if (events.length === 0) return [];
  const named = events.flatMap(({ actorId, subject, detail }) => [
    ...(actorId ? [actorId] : []),
    ...(`${subject} ${JSON.stringify(detail)}`.match(ids) ?? []),
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
  const withNames = (text: string) => text.replace(ids, (id) => person.get(id)?.name ?? id);
  return events.map((event) => {
    const organisation = event.organisationId ? (office.get(event.organisationId) ?? null) : null;
    const actor = event.actorId ? person.get(event.actorId) : undefined;
    return {
      id: String(event.id),
      at: event.at,
      action: event.action,
      actor: actor ? { name: actor.name, office: organisation ?? actor.offices ?? home } : null,
      organisation,
      // What is about nobody but who did it need not say so.
      subject: event.subject === event.actorId ? "" : withNames(event.subject),
      detail: JSON.parse(JSON.stringify(event.detail), (_, value) =>
        typeof value === "string" ? withNames(value) : value,
      ),
      requestId: event.requestId,
      seal: seal.get(String(event.id)) ?? null,
    };
  });
}
