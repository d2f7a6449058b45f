import { and, asc, eq, inArray } from "drizzle-orm";
import { deputyStanding } from "#app/domain/approval/deputy.ts";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { can } from "#app/policy/can.ts";
import { deciders } from "#app/policy/roles.ts";
import { members, organisations, users } from "#db/schema/index.ts";
import { requireMembership, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { deputiesOf } from "./deputies-of.server.ts";

/**
 * Whether an organisation wants decisions, who makes them, and who stands in for whom on which days,
 * by `now`. Throws `forbidden` for people of other organisations.
 */
export async function readApprovalSettings(context: ServiceContext, slug: string, now: Date) {
  const membership = requireMembership(context, slug);
  const { organisationId } = membership;
  const today = dateInJapan(now);
  return transaction(context, async (tx) => {
    const [organisation] = await tx
      .select({ requiresApproval: organisations.requiresApproval })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    if (!organisation) throw new ServiceError("not_found");
    const people = await tx
      .select({ id: users.id, name: users.name, role: members.role })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(
        and(
          eq(members.organisationId, organisationId),
          // Programs neither decide nor stand in for anybody.
          eq(users.kind, "person"),
          inArray(members.role, [...deciders, "editor"]),
        ),
      )
      .orderBy(asc(users.name));
    const deputies = await deputiesOf(tx, organisationId);
    return {
      membership,
      ...organisation,
      today,
      deciders: people.filter(({ role }) => deciders.includes(role)),
      /** Who may be named: those who draft. */
      drafters: people.filter(({ role }) => role === "editor"),
      deputies: deputies.map((row) => ({ ...row, standing: deputyStanding(row, today) })),
      may: {
        choose: can(context.actor, "approval.choose", { organisationId }),
        deputise: can(context.actor, "approval.deputise", { organisationId }),
      },
    };
  });
}
