import type { PlanContent } from "#app/domain/plan/content.ts";
import type { SubjectContent } from "#app/domain/plan/revision.ts";
import type { Subject } from "#app/policy/can.ts";
import type { ServiceContext } from "../context.server.ts";

/** What the right to propose or edit depends on: who leads the PT above a node, and whose plan it is. */
export function rightsAt(
  content: PlanContent,
  code: string | null,
  plan: { ownerId: string },
  organisationIds: ReadonlyMap<string, string>,
): Subject {
  const byCode = new Map(content.nodes.map((node) => [node.code, node]));
  for (let at = code === null ? undefined : byCode.get(code); at; ) {
    const lead = at.organisations.find(({ role }) => role === "lead")?.slug;
    const leadOrganisationId = lead === undefined ? undefined : organisationIds.get(lead);
    if (leadOrganisationId) return { ownerOrganisationId: plan.ownerId, leadOrganisationId };
    at = at.parent === null ? undefined : byCode.get(at.parent);
  }
  return { ownerOrganisationId: plan.ownerId };
}

/** The rights of whoever keeps any node of a plan: for acts that are about no single one. */
export function keeperRights(
  { actor }: ServiceContext,
  content: { nodes: readonly Pick<PlanContent["nodes"][number], "organisations">[] },
  plan: { ownerId: string },
  organisationIds: Readonly<Record<string, string>>,
): Subject {
  const leads = new Set(
    content.nodes.flatMap(({ organisations }) =>
      organisations.flatMap(({ slug, role }) =>
        role === "lead" ? (organisationIds[slug] ?? []) : [],
      ),
    ),
  );
  const leading = actor?.memberships.filter(({ organisationId }) => leads.has(organisationId));
  // Who only reads in one leading organisation may write in another.
  const own = leading?.find(({ role }) => role !== "viewer") ?? leading?.[0];
  return {
    ownerOrganisationId: plan.ownerId,
    ...(own && { leadOrganisationId: own.organisationId }),
  };
}

/** The node that a node or an indicator stands under, by which it is decided who keeps it. */
export function placeOf(subject: SubjectContent): string | null {
  return subject.kind === "node" ? subject.node.parent : subject.indicator.home;
}
