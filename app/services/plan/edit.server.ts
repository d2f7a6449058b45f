import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { applyProposals, subjectIn } from "#app/domain/plan/apply.ts";
import { diffNode } from "#app/domain/plan/diff.ts";
import { type ProjectInput, readProjectForm } from "#app/domain/plan/project-form.ts";
import type { Transaction } from "#db/client.server.ts";
import { planVersions } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { rightsAt } from "../revision/rights.server.ts";
import { ServiceError } from "../service-error.ts";
import { appendPlanVersion } from "./append-version.server.ts";
import { readContent, readNewest } from "./contents.server.ts";
import { lockVersions } from "./lock-versions.server.ts";
import { readPlanState } from "./read-definition.server.ts";

const formFields = z.object({
  /** The version of the plan that the form was made from. */
  baseVersion: z.coerce.number().int().min(1),
  requestKey: z.uuid(),
  reason: z.string().trim().max(1000, "plan.too_long").default(""),
});

/**
 * Changes the texts, themes and activities of a project, or adds a project under a policy where no
 * node is named: what those who keep it may do by themselves, since nothing is graded by it. In force
 * at once, as a version of the plan. What others changed meanwhile stays, unless it is the same
 * field. Answers the project's code. Throws `forbidden`, `not_found`, `invalid`, `locked` for what is
 * closed, and `conflict` where a colleague changed the same field.
 */
export function editPlan(
  context: ServiceContext,
  codes: { plan: string; node: string | null },
  input: ProjectInput,
  now: Date,
): Promise<string> {
  return transaction(context, async (tx) => {
    await lockVersions(tx, codes.plan);
    const { plan, around } = await readPlanState(tx, codes.plan);
    const form = formFields.safeParse(input);
    if (!form.success) throw new ServiceError("invalid", { errors: fieldErrors(form.error) });
    const { baseVersion, requestKey, reason } = form.data;
    const organisationIds = new Map(Object.entries(around.organisationIds));
    const done = await findDone(tx, plan.id, requestKey);
    // A form that is sent again is read as it was the first time.
    const newest = done
      ? await readContent(tx, plan.id, done.version - 1)
      : await readNewest(tx, plan.id);
    const { content } = newest;
    const found = codes.node === null ? null : subjectIn(content, "node", codes.node);
    const node = found?.kind === "node" ? found.node : null;
    if (codes.node !== null && (node?.kind !== "project" || node.repostOf !== null))
      throw new ServiceError("not_found");
    const rights = rightsAt(content, node?.code ?? input.parent ?? null, plan, organisationIds);
    const { context: signedIn, membership } = authorizeAs(context, "plan.edit", rights);
    if (node?.closedReason) throw new ServiceError("locked");
    const base = node === null ? newest : await readContent(tx, plan.id, baseVersion);
    const basis = node && subjectIn(base.content, "node", node.code);
    const before = basis?.kind === "node" ? basis.node : null;
    const read = readProjectForm(input, {
      content,
      before,
      scope: "edit",
      years: plan,
      newId: randomUUID,
    });
    if (!read.ok) throw new ServiceError("invalid", { errors: read.errors });
    // Showing a project again is for the council to decide.
    if (!before && read.node.repostOf !== null)
      throw new ServiceError("invalid", { errors: { repostOf: "plan.repost_of" } });
    const { code, name } = read.node;
    const applied = applyProposals(content, [
      { content: { kind: "node", node: read.node }, basis },
    ]);
    if (applied.conflicts.length > 0) throw new ServiceError("conflict");
    const made = subjectIn(applied.content, "node", code);
    if (done) {
      // The form's key alone does not say so: the browser's way back sends other words under it.
      const kept = subjectIn(done.content, "node", code);
      const isSame =
        made?.kind === "node" && kept?.kind === "node" && diffNode(kept.node, made.node) === null;
      if (isSame && done.authorId === signedIn.actor.id) return code;
      throw new ServiceError("conflict");
    }
    const change = made?.kind === "node" ? diffNode(node, made.node) : null;
    if (!change) return code;
    const today = dateInJapan(now);
    await appendPlanVersion(tx, {
      planId: plan.id,
      version: newest.version + 1,
      kind: "edit",
      title: `${code}　${name}`,
      reason,
      firstFy: newest.firstFy,
      effectiveOn: today < newest.effectiveOn ? newest.effectiveOn : today,
      content: applied.content,
      notes: { [code]: reason },
      authorId: signedIn.actor.id,
      authorOrganisationId: membership.organisationId,
      requestKey,
    });
    await record(tx, signedIn, {
      action: "plan.edit",
      organisationId: membership.organisationId,
      subject: `${plan.code}/${code}`,
      detail: { version: newest.version + 1, reason, change },
    });
    return code;
  });
}

/** The edit that a request made already; null where it is a new one. */
async function findDone(tx: Transaction, planId: string, requestKey: string) {
  const [done] = await tx
    .select()
    .from(planVersions)
    .where(
      and(
        eq(planVersions.planId, planId),
        eq(planVersions.kind, "edit"),
        eq(planVersions.requestKey, requestKey),
      ),
    );
  return done ?? null;
}
