import { changeContext } from "#app/domain/plan/change-context.ts";
import { changeList } from "#app/domain/plan/change-list.ts";
import { diffPlans } from "#app/domain/plan/diff.ts";
import { brokenReferences } from "#app/domain/plan/integrity.ts";
import {
  earliestDecision,
  nextRevisionState,
  revisionCapabilities,
} from "#app/domain/plan/revision.ts";
import { can } from "#app/policy/can.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import type { RevisionCodes } from "./find.server.ts";
import { firstYears } from "./first-years.server.ts";
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
    const opened = await openDraft(tx, codes);
    const { found, inForce, newestVersion, draft, conflicts, versions, items } = opened;
    const { organisationNames, organisationIds } = opened;
    const { plan, revision } = found;
    const { takesProposals, takesDecisions, isOver } = revisionCapabilities[revision.state];
    const owner = { ownerOrganisationId: plan.ownerId };
    const may = (permission: "revision.propose" | "revision.decide", code: string | null) =>
      can(context.actor, permission, rightsAt(draft, code, plan, organisationIds));
    const keeps = draft.nodes.filter(
      ({ kind, code }) => kind === "policy" && may("revision.propose", code),
    );
    const changes = isOver ? [] : diffPlans(inForce, draft);
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
      groups: changeList(draft, changes),
      ...changeContext(inForce, draft, changes),
      conflicts,
      broken: isOver ? [] : brokenReferences(draft),
      items: items.map(({ content, basis, ...item }) => ({
        ...item,
        isNew: basis === null,
        name: content.kind === "node" ? content.node.name : content.indicator.name,
        mayWithdraw: takesProposals && may("revision.propose", placeOf(basis ?? content)),
        mayDecide: takesDecisions && mayAdvance,
        history: versions
          .filter(
            (one) => one.subjectKind === item.subjectKind && one.subjectCode === item.subjectCode,
          )
          .map(({ version, step, reason, author, createdAt }) => ({
            ...{ version, step, reason, author, createdAt },
          })),
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
      /** The years from which it may be graded by, and the first day, for those who may adopt it. */
      adoption:
        mayAdopt && nextRevisionState(revision.state, "adopt") !== null
          ? {
              years: await firstYears(tx, plan, newestVersion.firstFy, draft),
              earliest: earliestDecision(plan),
              version: newestVersion.version + 1,
            }
          : null,
    };
  });
}
