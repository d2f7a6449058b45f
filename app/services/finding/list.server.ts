import type { Finding } from "#app/domain/health/finding.ts";
import type { NodeKind } from "#app/domain/indicator/definition.ts";
import { can } from "#app/policy/can.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { type Dismissal, readDismissals } from "./dismissals.server.ts";
import { readFindings } from "./read-findings.server.ts";

export type ListedFinding = Finding & { dismissal: Dismissal | null };

/**
 * Everything that the health check finds in a plan (計画点検), worst first, each with the reason why
 * it was set aside, if it was. Public, because definitions are; who set it aside is said to members
 * by name and to others by organisation. Throws `not_found`.
 */
export function listFindings(context: ServiceContext, code: string) {
  return transaction(context, async (tx) => {
    const { definition, findings: found } = await readFindings(tx, code);
    const { plan, nodes, indicators } = definition;
    const dismissals = await readDismissals(tx, plan.id);
    const isMember = can(context.actor, "rollup.read");
    const findings = found.map((finding): ListedFinding => {
      const said = dismissals.get(finding.key) ?? null;
      return { ...finding, dismissal: said && (isMember ? said : { ...said, person: null }) };
    });
    const rights = { ownerOrganisationId: plan.ownerId };
    return {
      plan: { code: plan.code, name: plan.name, levelNames: plan.levelNames },
      findings,
      nodes: Object.fromEntries(
        nodes.map(({ code, name, kind }) => [
          code,
          { name, kind } as { name: string; kind: NodeKind },
        ]),
      ),
      indicators: Object.fromEntries(indicators.map(({ code, name }) => [code, name])),
      mayDecide: can(context.actor, "finding.dismiss", rights),
    };
  });
}

export type FindingsReading = Awaited<ReturnType<typeof listFindings>>;
