import { z } from "zod";
import {
  activityNeedsNote,
  activityStates,
  longestActivityNote,
} from "#app/domain/progress/activity.ts";
import { activityReports } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { typedText } from "../typed-text.ts";
import { type ActivityCodes, findActivity } from "./find.server.ts";

const fields = z
  .object({
    state: z.enum(activityStates, "activity.state"),
    note: typedText(longestActivityNote, "activity.too_long"),
  })
  .refine(({ state, note }) => note !== "" || !activityNeedsNote[state], {
    path: ["note"],
    error: "activity.note",
  });

/**
 * Reports how an activity of a project gets on, as its next report; the earlier ones stay. Late and
 * given up say why. The same request sent twice is one report. Throws `forbidden`, `not_found`,
 * `invalid`, and `conflict` when a colleague was faster.
 */
export function reportActivity(
  context: ServiceContext,
  codes: ActivityCodes,
  input: Record<string, unknown>,
): Promise<void> {
  return transaction(context, async (tx) => {
    const { project, activity } = await findActivity(tx, codes);
    const { context: signedIn, membership } = authorizeAs(
      context,
      "activity.report",
      project.rights,
    );
    const report = fields.safeParse(input);
    const form = stepFields.safeParse(input);
    if (!report.success || !form.success)
      throw new ServiceError("invalid", { errors: fieldErrors(report.error, form.error) });
    const { state, note } = report.data;
    const { baseVersion, requestKey } = form.data;
    const { newest } = activity;
    /** The form's key alone does not say so: the browser's way back sends other words under it. */
    const isRepetition = (row: typeof newest) =>
      row?.requestKey === requestKey && row.state === state && row.note === note;
    if (isRepetition(newest)) return;
    if ((newest?.version ?? 0) !== baseVersion) throw new ServiceError("conflict");
    const version = baseVersion + 1;
    const written = await tx
      .insert(activityReports)
      .values({
        nodeId: project.node.id,
        activityId: activity.id,
        version,
        state,
        note,
        authorId: signedIn.actor.id,
        authorOrganisationId: membership.organisationId,
        requestKey,
      })
      .onConflictDoNothing()
      .returning({ id: activityReports.id });
    if (written.length === 0) {
      // Somebody wrote between our reading and our writing; if it was this very request, it is done.
      const again = await findActivity(tx, codes);
      if (isRepetition(again.activity.newest)) return;
      throw new ServiceError("conflict");
    }
    await record(tx, signedIn, {
      action: "activity.report",
      organisationId: membership.organisationId,
      subject: `${project.plan.code}/${project.node.code}/${activity.id}`,
      detail: { activity: activity.name, version, before: newest?.state ?? null, after: state },
    });
  });
}
