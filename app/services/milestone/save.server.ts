import { z } from "zod";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { parseDay } from "#app/domain/progress/day.ts";
import { dueYearOf } from "#app/domain/progress/milestone.ts";
import type { Transaction } from "#db/client.server.ts";
import { milestones } from "#db/schema/index.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import {
  type FoundProject,
  findProject,
  type ProjectCodes,
} from "../progress/find-project.server.ts";
import { ServiceError } from "../service-error.ts";
import { appendMilestoneVersion, contentOf } from "./append.server.ts";
import { findMilestone } from "./find.server.ts";
import type { MilestoneVersion } from "./list-versions.server.ts";

/** Name, due day or due year within the plan's term, and a responsible organisation of the PT. */
function fieldsFor({ plan, participants }: FoundProject) {
  const years = yearRange(plan.firstFy, plan.lastFy);
  const inTerm = (dueOn: string) => years.includes(dueYearOf({ dueOn, dueFy: null }));
  const name = z.string().trim().min(1, "milestone.name").max(100, "milestone.name");
  const organisation = z
    .string()
    .transform((slug) => participants.find((each) => each.slug === slug)?.id)
    .pipe(z.string("milestone.organisation"));
  const common = { name, organisation };
  const day = z
    .string()
    .default("")
    .transform(parseDay)
    .pipe(z.string("milestone.due_on").refine(inTerm, "milestone.due_on"));
  const year = z.coerce
    .number("milestone.due_fy")
    .refine((fy) => years.includes(fy), "milestone.due_fy");
  return z.discriminatedUnion(
    "dueKind",
    [
      z.object({ ...common, dueKind: z.literal("day"), dueOn: day }),
      z.object({ ...common, dueKind: z.literal("year"), dueFy: year }),
    ],
    "milestone.due_kind",
  );
}

/**
 * Adds a milestone to a project, or changes what one is: its name, when it is due, who is
 * responsible. How far it has come stays as it is. Without `milestone` a new one is added; the same
 * request sent twice adds one. Answers its id. Throws `forbidden`, `not_found`, `invalid`, `conflict`.
 */
export function saveMilestone(
  context: ServiceContext,
  codes: ProjectCodes & { milestone: string | null },
  input: Record<string, unknown>,
): Promise<string> {
  return transaction(context, async (tx) => {
    const { milestone } = codes;
    const known = milestone === null ? null : await findMilestone(tx, { ...codes, milestone });
    const project = known?.project ?? (await findProject(tx, codes));
    const { context: signedIn, membership } = authorizeAs(
      context,
      "milestone.save",
      project.rights,
    );
    const parsed = fieldsFor(project).safeParse(input);
    const form = stepFields.safeParse(input);
    if (!parsed.success || !form.success)
      throw new ServiceError("invalid", { errors: fieldErrors(parsed.error, form.error) });
    const { name, organisation } = parsed.data;
    const before = known ? known.newest : await begin(tx, project, form.data.requestKey);
    const milestoneId = before?.milestoneId ?? form.data.requestKey;
    await appendMilestoneVersion(tx, signedIn, "milestone.save", {
      project,
      milestoneId,
      newest: before,
      step: "save",
      content: {
        ...(before ? contentOf(before) : planned),
        name,
        organisationId: organisation,
        dueOn: parsed.data.dueKind === "day" ? parsed.data.dueOn : null,
        dueFy: parsed.data.dueKind === "year" ? parsed.data.dueFy : null,
      },
      ...form.data,
      authorOrganisationId: membership.organisationId,
    });
    return milestoneId;
  });
}

const planned = { state: "planned", reason: "", reachedOn: null, evidence: "" } as const;

/**
 * Makes room for a new milestone. Its id is the form's key, so that a form sent twice finds what the
 * first one made and answers it instead of null.
 */
async function begin(
  tx: Transaction,
  { node, plan }: FoundProject,
  id: string,
): Promise<MilestoneVersion | null> {
  const added = await tx
    .insert(milestones)
    .values({ id, nodeId: node.id })
    .onConflictDoNothing()
    .returning({ id: milestones.id });
  if (added.length > 0) return null;
  const found = await findMilestone(tx, { plan: plan.code, node: node.code, milestone: id }).catch(
    () => null,
  );
  if (!found) throw new ServiceError("conflict");
  return found.newest;
}
