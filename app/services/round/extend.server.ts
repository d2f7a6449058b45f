import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { roundCapabilities } from "#app/domain/round/states.ts";
import { roundExtensions } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { requiredText } from "../typed-text.ts";
import { listRoundFacts } from "./facts.server.ts";
import { dueDay } from "./fields.server.ts";
import { findRound, lockRound, type RoundCodes } from "./find.server.ts";
import { countQuestions } from "./questions.server.ts";
import { tellReporters } from "./tell.server.ts";

const fields = z.object({
  organisation: z.string("round.organisation").min(1, "round.organisation"),
  dueOn: dueDay,
  reason: requiredText(1000, "round.too_long", "round.extension_reason"),
});

/**
 * Gives one organisation longer to answer, with a reason that it reads. The form carries the version
 * of the organisation's last extension. Throws `forbidden`, `not_found`, `invalid`, `conflict`, and
 * `locked` where the round is not open.
 */
export function extendRound(
  context: ServiceContext,
  codes: RoundCodes,
  input: Record<string, unknown>,
): Promise<void> {
  return transaction(context, async (tx) => {
    const found = await findRound(tx, codes);
    const { plan, round, rights } = found;
    const { context: signedIn } = authorizeAs(context, "round.extend", rights);
    const parsed = fields.safeParse(input);
    const form = stepFields.safeParse(input);
    if (!parsed.success || !form.success)
      throw new ServiceError("invalid", { errors: fieldErrors(parsed.error, form.error) });
    const { organisation, dueOn, reason } = parsed.data;
    const { baseVersion, requestKey } = form.data;
    const { state } = await lockRound(tx, round.id);
    const asked = (await countQuestions(tx, round.id)).find(({ slug }) => slug === organisation);
    if (!asked)
      throw new ServiceError("invalid", { errors: { organisation: "round.organisation" } });
    const { organisationId } = asked;
    const [last] = await tx
      .select()
      .from(roundExtensions)
      .where(
        and(
          eq(roundExtensions.roundId, round.id),
          eq(roundExtensions.organisationId, organisationId),
        ),
      )
      .orderBy(desc(roundExtensions.version))
      .limit(1);
    if (last?.requestKey === requestKey && last.dueOn === dueOn && last.reason === reason) return;
    if (!roundCapabilities[state].takesFigures) throw new ServiceError("locked");
    if ((last?.version ?? 0) !== baseVersion) throw new ServiceError("conflict");
    const [facts] = await listRoundFacts(tx, plan.id, round.number);
    if (!facts || dueOn <= facts.dueOnOf(organisation))
      throw new ServiceError("invalid", { errors: { dueOn: "round.longer" } });
    const version = baseVersion + 1;
    const written = await tx
      .insert(roundExtensions)
      .values({
        roundId: round.id,
        organisationId,
        version,
        dueOn,
        reason,
        authorId: signedIn.actor.id,
        authorOrganisationId: plan.ownerId,
        requestKey,
      })
      .onConflictDoNothing()
      .returning({ id: roundExtensions.id });
    if (written.length === 0) throw new ServiceError("conflict");
    await record(tx, signedIn, {
      action: "round.extend",
      organisationId: plan.ownerId,
      subject: `${plan.code}/rounds/${round.number}/${organisation}`,
      detail: { version, before: facts.dueOnOf(organisation), after: dueOn, reason },
    });
    const dueOnOf = () => dueOn;
    await tellReporters(tx, signedIn, found, { step: "extend", dueOnOf, reason, organisation });
  });
}
