import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { brokenReferences } from "#app/domain/plan/integrity.ts";
import { earliestDecision } from "#app/domain/plan/revision.ts";
import { parseDay } from "#app/domain/progress/day.ts";
import type { Transaction } from "#db/client.server.ts";
import { planVersions } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { recomputeEvaluations } from "../evaluation/recompute.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { appendPlanVersion } from "../plan/append-version.server.ts";
import { lockVersions } from "../plan/lock-versions.server.ts";
import { ServiceError } from "../service-error.ts";
import type { RevisionCodes } from "./find.server.ts";
import { firstYears } from "./first-years.server.ts";
import { openDraft } from "./subject.server.ts";
import { takeStep } from "./take-step.server.ts";
import { tellOfRevision } from "./tell.server.ts";

const fields = z.object({
  /** The day of the council's decision. */
  adoptedOn: z.string().transform(parseDay).pipe(z.string("revision.adopted_on")),
  /** The first fiscal year that is graded by the plan as revised. */
  firstFy: z.coerce.number("revision.first_fy").int("revision.first_fy"),
  baseStep: z.coerce.number().int().min(1),
  requestKey: z.uuid(),
});

/**
 * Puts a revision in force as the next version of its plan: every item that was not set aside. Years
 * from `firstFy` on are graded by it; what is graded already stays as it is, so that the year must
 * lie behind every year with an accepted figure. Throws `forbidden`, `not_found`, `invalid` (also
 * where the plan has moved away from a proposal), `locked`, and `conflict` where somebody was faster.
 */
export function adoptRevision(
  context: ServiceContext,
  codes: RevisionCodes,
  input: Record<string, unknown>,
  now: Date,
): Promise<void> {
  return transaction(context, async (tx) => {
    await lockVersions(tx, codes.plan);
    const { found, newestVersion, draft, conflicts, items } = await openDraft(tx, codes);
    const { plan, revision } = found;
    const rights = { ownerOrganisationId: plan.ownerId };
    const { context: signedIn, membership } = authorizeAs(context, "revision.adopt", rights);
    const parsed = fields.safeParse(input);
    if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
    const { adoptedOn, firstFy, baseStep, requestKey } = parsed.data;
    const authorId = signedIn.actor.id;
    const asked = { authorId, adoptedOn, firstFy, requestKey };
    if (await isDone(tx, revision.id, asked)) return;
    await takeStep(tx, revision, "adopt", { baseStep, reason: "" });
    const proposed = items.filter(({ state }) => state === "proposed");
    const years = await firstYears(tx, plan, newestVersion.firstFy, draft);
    const today = dateInJapan(now);
    const errors: Record<string, string> = {};
    if (adoptedOn > today || adoptedOn < (earliestDecision(plan) ?? ""))
      errors.adoptedOn = "revision.adopted_on";
    if (firstFy < newestVersion.firstFy || firstFy > years.last)
      errors.firstFy = "revision.first_fy";
    else if (years.graded !== null && firstFy <= years.graded) errors.firstFy = "revision.graded";
    // A plan that came by a file may be decided on as it came.
    const isWhole = plan.isDraft && plan.continuesId === null;
    if (proposed.length === 0 && !isWhole) errors.items = "revision.empty";
    else if (conflicts.length > 0) errors.items = "revision.conflicts";
    else if (brokenReferences(draft).length > 0) errors.items = "revision.broken";
    if (Object.keys(errors).length > 0) throw new ServiceError("invalid", { errors });
    const version = newestVersion.version + 1;
    await appendPlanVersion(tx, {
      planId: plan.id,
      version,
      kind: "revision",
      title: revision.title,
      reason: revision.purpose,
      ...asked,
      // An edit made between the decision and its entry here was in force before, and a plan that
      // begins later is in force from then on.
      effectiveOn: adoptedOn < newestVersion.effectiveOn ? newestVersion.effectiveOn : adoptedOn,
      content: draft,
      notes: Object.fromEntries(proposed.map((item) => [item.subjectCode, item.reason])),
      revisionId: revision.id,
      authorOrganisationId: membership.organisationId,
    });
    await recomputeEvaluations(tx, { indicatorIds: draft.indicators.map(({ id }) => id) });
    await record(tx, signedIn, {
      action: "revision.adopt",
      organisationId: membership.organisationId,
      subject: `${plan.code}/${revision.number}`,
      detail: { version, adoptedOn, firstFy, items: proposed.map((item) => item.subjectCode) },
    });
    await tellOfRevision(tx, signedIn, {
      plan,
      revision,
      organisationId: membership.organisationId,
    });
  });
}

/** Whether this very request put the revision in force. */
async function isDone(
  tx: Transaction,
  revisionId: string,
  asked: { authorId: string; adoptedOn: string; firstFy: number; requestKey: string },
): Promise<boolean> {
  const { authorId, adoptedOn, firstFy, requestKey } = planVersions;
  const done = await tx
    .select({ version: planVersions.version })
    .from(planVersions)
    .where(
      and(
        eq(planVersions.revisionId, revisionId),
        eq(authorId, asked.authorId),
        eq(adoptedOn, asked.adoptedOn),
        eq(firstFy, asked.firstFy),
        eq(requestKey, asked.requestKey),
      ),
    );
  return done.length > 0;
}
