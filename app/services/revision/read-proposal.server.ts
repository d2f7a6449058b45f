import { codeOf } from "#app/domain/plan/apply.ts";
import { writeIndicatorForm } from "#app/domain/plan/indicator-fields.ts";
import { writeProjectForm } from "#app/domain/plan/project-form.ts";
import { revisionCapabilities } from "#app/domain/plan/revision.ts";
import { roadmapYears } from "#app/domain/plan/roadmap-form.ts";
import { can } from "#app/policy/can.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import type { RevisionCodes } from "./find.server.ts";
import type { ProposalTarget } from "./propose.server.ts";
import { placeOf, rightsAt } from "./rights.server.ts";
import { openSubject, proposalYears } from "./subject.server.ts";

/** The form offers this many years beyond the plan's term, to continue it. */
const yearsOffered = 5;

/**
 * What the form of a proposal begins with: the thing as the revision would have it now, or an empty
 * one `under` a policy or on a project; who proposed before; and what may be chosen. Throws
 * `forbidden`, `not_found`, and `locked` once the revision takes no more proposals.
 */
export async function readProposal(
  context: ServiceContext,
  codes: RevisionCodes,
  target: ProposalTarget,
  under: string | null,
) {
  authorize(context, "revision.read");
  return transaction(context, async (tx) => {
    const opened = await openSubject(tx, codes, target);
    const { found, draft, newest, organisationIds, organisationNames } = opened;
    const { plan, revision } = found;
    // What was taken back begins with what was proposed.
    const shown = opened.stands ?? newest?.content ?? null;
    const place = shown ? placeOf(shown) : under;
    const above = draft.nodes.find(({ code }) => code === place);
    if (!above) throw new ServiceError("not_found");
    const rights = (code: string) => rightsAt(draft, code, plan, organisationIds);
    authorize(context, "revision.propose", rights(above.code));
    if (!revisionCapabilities[revision.state].takesProposals) throw new ServiceError("locked");
    const mine = draft.nodes.filter(({ code }) =>
      can(context.actor, "revision.propose", rights(code)),
    );
    const option = ({ code, number, name }: (typeof mine)[number]) => ({ code, number, name });
    const indicator = shown?.kind === "indicator" ? shown.indicator : null;
    const years = proposalYears(plan);
    const printed = roadmapYears(
      plan.firstFy,
      plan.lastFy + yearsOffered,
      indicator?.roadmap ?? [],
    );
    return {
      plan: { code: plan.code, name: plan.name, levelNames: plan.levelNames },
      revision: { number: revision.number, title: revision.title },
      /** The version of the plan that the form is made from. */
      planVersion: opened.newestVersion.version,
      kind: target.kind,
      /** What it is about; null for something new. */
      subject: shown && {
        code: codeOf(shown),
        name: shown.kind === "node" ? shown.node.name : shown.indicator.name,
        isInPlan: opened.stands !== null,
      },
      above: option(above),
      input:
        shown?.kind === "indicator" || (!shown && target.kind === "indicator")
          ? writeIndicatorForm(indicator, above.code)
          : writeProjectForm(shown?.kind === "node" ? shown.node : null, above.code),
      newest: newest && {
        version: newest.version,
        state: newest.state,
        reason: newest.reason,
        author: newest.author,
        organisation: newest.organisation.shortName,
        createdAt: newest.createdAt,
      },
      /** A derived KPI has no reporters of its own. */
      derived: indicator !== null && indicator.derivation !== null,
      options: {
        policies: mine.filter(({ kind }) => kind === "policy").map(option),
        /** Where a KPI may be at home. */
        homes: mine
          .filter(({ kind, repostOf }) => (kind === "goal" || kind === "project") && !repostOf)
          .map(option),
        projects: draft.nodes
          .filter(({ kind, repostOf }) => kind === "project" && repostOf === null)
          .map(option),
        organisations: Object.entries(organisationNames).map(([slug, name]) => ({ slug, name })),
        years: printed.filter((fy) => fy <= years.lastFy),
        lastFy: plan.lastFy,
      },
    };
  });
}
