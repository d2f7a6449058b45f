import { eq, inArray } from "drizzle-orm";
import { writers } from "#app/policy/roles.ts";
import { paths } from "#app/site/paths.ts";
import type { Transaction } from "#db/client.server.ts";
import { nodeOrganisations, planNodes } from "#db/schema/index.ts";
import type { SignedIn } from "../context.server.ts";
import { notify } from "../notification/notify.server.ts";

/** Tells those who write for the organisations at work in a plan that it was revised. */
export async function tellOfRevision(
  tx: Transaction,
  context: SignedIn,
  {
    plan,
    revision,
    organisationId,
  }: {
    plan: { id: string; code: string };
    revision: { number: number; title: string };
    organisationId: string;
  },
): Promise<void> {
  const nodes = tx
    .select({ id: planNodes.id })
    .from(planNodes)
    .where(eq(planNodes.planId, plan.id));
  const atWork = await tx
    .selectDistinct({ id: nodeOrganisations.organisationId })
    .from(nodeOrganisations)
    .where(inArray(nodeOrganisations.nodeId, nodes));
  for (const { id } of atWork)
    await notify(tx, context, {
      kind: "revision",
      to: { organisationId: id, roles: writers },
      organisationId,
      path: paths.revision(plan.code, revision.number),
      detail: { name: revision.title },
    });
}
