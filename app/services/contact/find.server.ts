import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { planNodes, plans, ptContacts, users } from "#db/schema/index.ts";
import { participantsOf } from "../progress/find-project.server.ts";
import { ServiceError } from "../service-error.ts";

/** Whose contact for which PT, as codes from a URL. */
export type ContactCodes = { organisation: string; plan: string; pt: string };

/**
 * The PT and the organisation of codes from the outside, with the contact that counts: the newest
 * version, null where there is none. Throws `not_found` also where the organisation takes no part.
 */
export async function findContact(tx: Transaction, codes: ContactCodes) {
  const [found] = await tx
    .select({
      plan: { code: plans.code, name: plans.name },
      node: { id: planNodes.id, code: planNodes.code, name: planNodes.name },
      participants: participantsOf,
    })
    .from(planNodes)
    .innerJoin(plans, eq(plans.id, planNodes.planId))
    .where(
      and(eq(plans.code, codes.plan), eq(planNodes.code, codes.pt), eq(planNodes.kind, "goal")),
    )
    .limit(1);
  const organisation = found?.participants.find(({ slug }) => slug === codes.organisation);
  if (!found || !organisation) throw new ServiceError("not_found");
  const { plan, node } = found;
  const [newest] = await tx
    .select({
      version: ptContacts.version,
      department: ptContacts.department,
      person: ptContacts.person,
      phone: ptContacts.phone,
      email: ptContacts.email,
      note: ptContacts.note,
      isDemo: ptContacts.isDemo,
      author: users.name,
      createdAt: ptContacts.createdAt,
    })
    .from(ptContacts)
    .innerJoin(users, eq(users.id, ptContacts.authorId))
    .where(and(eq(ptContacts.nodeId, node.id), eq(ptContacts.organisationId, organisation.id)))
    .orderBy(desc(ptContacts.version))
    .limit(1);
  return { plan, node, organisation, newest: newest ?? null };
}
