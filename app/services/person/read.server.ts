import { asc, eq, sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import {
  mails,
  memberNodes,
  members,
  notificationPreferences,
  notifications,
  organisations,
  planNodes,
  workspaceVisits,
} from "#db/schema/index.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { signInOf } from "./sign-in.server.ts";

type Work = {
  kind: string;
  at: string;
  organisation: string | null;
  code: string | null;
  fy: number | null;
  version: number | null;
  step: string | null;
  body: string | null;
};

type OwnEvent = {
  at: string;
  action: string;
  organisation: string | null;
  subject: string;
  request_id: string | null;
};

/**
 * All that the portal holds about the actor: who they are, how they sign in, where they belong, what they
 * were told, what they wrote (by code and time; comments whole) and did. No secret is in it: neither
 * passwords nor keys, which nobody can read. Throws `forbidden`.
 */
export async function readPerson(context: ServiceContext, identity: Database) {
  authorize(context, "person.export", { userId: context.actor?.id ?? "" });
  const { id } = context.actor;
  const signIn = await identity.transaction((tx) => signInOf(tx, id));
  const rest = await transaction(context, (tx) => restOf(tx, id));
  return { ...signIn, ...rest };
}

async function restOf(tx: Transaction, id: string) {
  return {
    memberships: await tx
      .select({
        organisation: organisations.name,
        role: members.role,
        since: members.createdAt,
        goals: sql<string[]>`array_remove(array_agg(${planNodes.name}), null)`,
      })
      .from(members)
      .innerJoin(organisations, eq(organisations.id, members.organisationId))
      .leftJoin(memberNodes, eq(memberNodes.memberId, members.id))
      .leftJoin(planNodes, eq(planNodes.id, memberNodes.nodeId))
      .where(eq(members.userId, id))
      .groupBy(members.id, organisations.id),
    preferences: await tx
      .select({
        kind: notificationPreferences.kind,
        inApp: notificationPreferences.inApp,
        byMail: notificationPreferences.byMail,
      })
      .from(notificationPreferences)
      .where(eq(notificationPreferences.userId, id)),
    notifications: await tx
      .select({
        kind: notifications.kind,
        path: notifications.path,
        detail: notifications.detail,
        createdAt: notifications.createdAt,
        readAt: notifications.readAt,
      })
      .from(notifications)
      .where(eq(notifications.userId, id))
      .orderBy(asc(notifications.createdAt)),
    mails: await tx
      .select({
        kind: mails.kind,
        subject: mails.subject,
        text: mails.text,
        items: mails.items,
        state: mails.state,
        createdAt: mails.createdAt,
        sentAt: mails.sentAt,
      })
      .from(mails)
      .where(eq(mails.userId, id))
      .orderBy(asc(mails.createdAt)),
    visits: await tx
      .select({
        organisation: organisations.name,
        goal: planNodes.name,
        seenAt: workspaceVisits.seenAt,
      })
      .from(workspaceVisits)
      .innerJoin(organisations, eq(organisations.id, workspaceVisits.organisationId))
      .innerJoin(planNodes, eq(planNodes.id, workspaceVisits.nodeId))
      .where(eq(workspaceVisits.userId, id)),
    works: [...(await tx.execute<Work>(sql`select * from portal.own_works()`))],
    events: [...(await tx.execute<OwnEvent>(sql`select * from portal.own_events()`))],
  };
}
