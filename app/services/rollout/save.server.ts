import { z } from "zod";
import { fiscalYearOf } from "#app/domain/fiscal-year/fiscal-year.ts";
import { rolloutCounts, rolloutNeedsNote, rolloutStates } from "#app/domain/practice/states.ts";
import { newestVersion } from "#app/domain/progress/newest-version.ts";
import { writers } from "#app/policy/roles.ts";
import { paths } from "#app/site/paths.ts";
import { practiceRollouts } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { notify } from "../notification/notify.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { typedText } from "../typed-text.ts";
import { findRollout, type RolloutCodes } from "./find.server.ts";
import { listRollouts, type RolloutVersion } from "./list.server.ts";

const text = typedText(2000, "practice.too_long");

/** What counts says since which year, not later than this one; what is given up says why. */
function fieldsFor(firstFy: number, thisFy: number) {
  return z
    .object({
      state: z.enum(rolloutStates, "rollout.state"),
      startedFy: z.coerce.number().int().catch(0),
      effect: text,
      note: text,
    })
    .superRefine(({ state, startedFy, note }, issues) => {
      if (rolloutCounts[state] && (startedFy < firstFy || startedFy > thisFy))
        issues.addIssue({ code: "custom", path: ["startedFy"], message: "rollout.started_fy" });
      if (rolloutNeedsNote[state] && note === "")
        issues.addIssue({ code: "custom", path: ["note"], message: "rollout.note" });
    })
    .transform(({ state, startedFy, ...said }) => ({
      ...said,
      state,
      startedFy: rolloutCounts[state] ? startedFy : null,
    }));
}

/**
 * Says what an organisation makes of somebody else's shared case: planned, being done, done or given
 * up, as its next version. `now` decides which years there are. The same request sent twice is one.
 * Throws `forbidden`, `not_found`, `invalid`, `conflict`, and `locked` where the case is not shared.
 */
export function saveRollout(
  context: ServiceContext,
  codes: RolloutCodes,
  input: Record<string, unknown>,
  now: Date,
): Promise<void> {
  return transaction(context, async (tx) => {
    const { plan, newest, organisation, rollout } = await findRollout(tx, codes);
    const { context: signedIn } = authorizeAs(context, "rollout.save", {
      organisationId: organisation.id,
    });
    const said = fieldsFor(plan.firstFy, fiscalYearOf(now)).safeParse(input);
    const form = stepFields.safeParse(input);
    if (!said.success || !form.success)
      throw new ServiceError("invalid", { errors: fieldErrors(said.error, form.error) });
    const { baseVersion, requestKey } = form.data;
    if (isRepetition(rollout)) return;
    if ((rollout?.version ?? 0) !== baseVersion) throw new ServiceError("conflict");
    const written = await tx
      .insert(practiceRollouts)
      .values({
        practiceId: newest.practiceId,
        organisationId: organisation.id,
        version: baseVersion + 1,
        ...said.data,
        authorId: signedIn.actor.id,
        requestKey,
      })
      .onConflictDoNothing()
      .returning({ id: practiceRollouts.id });
    if (written.length === 0) {
      // Somebody wrote between our reading and our writing; if it was this very request, it is done.
      const rows = await listRollouts(tx, newest.practiceId);
      const own = rows.filter((row) => row.organisation.id === organisation.id);
      if (isRepetition(newestVersion(own))) return;
      throw new ServiceError("conflict");
    }
    await record(tx, signedIn, {
      action: "rollout.save",
      organisationId: organisation.id,
      subject: `${plan.code}/${newest.practiceId}/${organisation.slug}`,
      detail: { version: baseVersion + 1, before: rollout?.state ?? null, after: said.data.state },
    });
    await notify(tx, signedIn, {
      kind: "practice",
      to: { organisationId: newest.organisation.id, roles: writers },
      organisationId: organisation.id,
      path: paths.practice(plan.code, newest.practiceId),
      detail: { name: newest.title },
    });

    /** The form's key alone does not say so: the browser's way back sends other words under it. */
    function isRepetition(row: RolloutVersion | null): boolean {
      return (
        row?.requestKey === requestKey &&
        row.state === said.data?.state &&
        row.startedFy === said.data.startedFy &&
        row.effect === said.data.effect &&
        row.note === said.data.note
      );
    }
  });
}
