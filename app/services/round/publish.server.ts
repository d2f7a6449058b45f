import { editionNote, editionTitle } from "#app/i18n/round-record.ts";
import type { Transaction } from "#db/client.server.ts";
import { authorizeAs, type ServiceContext, transaction } from "../context.server.ts";
import { fieldErrors, stepFields } from "../observation/write.server.ts";
import { freezeEdition } from "../rollup/freeze-edition.server.ts";
import { ServiceError } from "../service-error.ts";
import { countAnswers } from "./counts.server.ts";
import { type FoundRound, findRound, listRecords, type RoundCodes } from "./find.server.ts";
import { takeRoundStep } from "./take-step.server.ts";
import { tellOfPublication } from "./tell.server.ts";

/**
 * Publishes what a closed round came to: an edition of the plan's year, which everybody reads from
 * now on. Where it was opened again since the last one, it says that it is a correction, and why. Throws `forbidden`,
 * `not_found`, `conflict`, `locked`, and `invalid` while submitted figures wait for a judgement.
 */
export function publishRound(
  context: ServiceContext,
  codes: RoundCodes,
  input: Record<string, unknown>,
): Promise<void> {
  return transaction(context, async (tx) => {
    const found = await findRound(tx, codes);
    const { plan, rights } = found;
    const { context: signedIn } = authorizeAs(context, "round.publish", rights);
    const form = stepFields.safeParse(input);
    if (!form.success) throw new ServiceError("invalid", { errors: fieldErrors(form.error) });
    const published = await takeRoundStep(tx, signedIn, found, {
      step: "publish",
      reason: "",
      ...form.data,
      authorOrganisationId: plan.ownerId,
      before: () => freeze(tx, found),
    });
    if (published) await tellOfPublication(tx, signedIn, found, leadIdsOf(found));
  });
}

/** Makes the edition, unless something still waits. The round is held, so that nothing comes between. */
async function freeze(tx: Transaction, found: FoundRound): Promise<void> {
  const { plan, round } = found;
  const { submitted } = await countAnswers(tx, round.id);
  if (submitted > 0) throw new ServiceError("invalid", { errors: { publish: "round.waiting" } });
  const records = await listRecords(tx, round.id);
  const last = records.findLastIndex(({ step }) => step === "publish");
  const corrections =
    last === -1 ? [] : records.slice(last).filter(({ step }) => step === "reopen");
  await freezeEdition(tx, {
    planId: plan.id,
    fy: round.fy,
    title: editionTitle(plan.name, round.fy),
    note: editionNote(corrections.map(({ reason }) => reason)),
  });
}

function leadIdsOf({ definition: { nodes, organisationIds } }: FoundRound): string[] {
  const leads = new Set(nodes.flatMap(({ lead }) => lead?.slug ?? []));
  return [...leads].flatMap((slug) => organisationIds[slug] ?? []);
}
