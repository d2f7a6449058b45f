import { changeList } from "#app/domain/plan/change-list.ts";
import { diffPlans } from "#app/domain/plan/diff.ts";
import { brokenReferences } from "#app/domain/plan/integrity.ts";
import { nextRevisionState, revisionCapabilities } from "#app/domain/plan/revision.ts";
import { can } from "#app/policy/can.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import type { RevisionCodes } from "./find.server.ts";
import { placeOf, rightsAt } from "./rights.server.ts";
import { openDraft } from "./subject.server.ts";

/**
 * A revision with what it changes against the plan in force, arranged by PT and project, its items
 * with their states, and what the reader may do. Once it is adopted the changes stand in the plan's
 * version. Throws `forbidden` for people who are not members, `not_found`.
 */
export async function readRevision(context: ServiceContext, codes: RevisionCodes) {
  authorize(context, "revision.read");
  return transaction(context, async (tx) => {
    const { found, inForce, draft, conflicts, items, organisationNames, organisationIds } =
      await openDraft(tx, codes);
    const { plan, revision } = found;
    const { takesProposals, takesDecisions, isOver } = revisionCapabilities[revision.state];
    const owner = { ownerOrganisationId: plan.ownerId };
    const may = (permission: "revision.propose" | "revision.decide", code: string | null) =>
      can(context.actor, permission, rightsAt(draft, code, plan, organisationIds));
    const keeps = draft.nodes.filter(
      ({ kind, code }) => kind === "policy" && may("revision.propose", code),
    );
    const mayAdvance = can(context.actor, "revision.advance", owner);
    const mayAdopt = can(context.actor, "revision.adopt", owner);
    return {
      plan: {
        code: plan.code,
        name: plan.name,
        levelNames: plan.levelNames,
        firstFy: plan.firstFy,
        lastFy: plan.lastFy,
      },
      revision,
      /** The version of the plan that it became. */
      version: plan.versions.find(({ revisionId }) => revisionId === revision.id) ?? null,
      groups: isOver ? [] : changeList(draft, diffPlans(inForce, draft)),
      conflicts,
      broken: isOver ? [] : brokenReferences(draft),
      items: items.map((item) => ({
        ...item,
        name: item.content.kind === "node" ? item.content.node.name : item.content.indicator.name,
        mayWithdraw: takesProposals && may("revision.propose", placeOf(item.basis ?? item.content)),
        mayDecide: takesDecisions && mayAdvance,
      })),
      organisationNames,
      /** The policies under which the reader may propose, with what stands there. */
      places: takesProposals
        ? keeps.map((policy) => ({
            code: policy.code,
            number: policy.number,
            name: policy.name,
            projects: draft.nodes
              .filter(({ parent, repostOf }) => parent === policy.code && repostOf === null)
              .map(({ code, number, name }) => ({
                code,
                number,
                name,
                indicators: draft.indicators
                  .filter(({ home }) => home === code)
                  .map((indicator) => ({ code: indicator.code, name: indicator.name })),
              })),
          }))
        : [],
      steps: (["assemble", "reopen", "abandon"] as const).filter(
        (step) => mayAdvance && nextRevisionState(revision.state, step) !== null,
      ),
      mayAdopt: mayAdopt && nextRevisionState(revision.state, "adopt") !== null,
    };
  });
}

export type RevisionReading = Awaited<ReturnType<typeof readRevision>>;
