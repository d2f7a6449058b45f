import { rowKey } from "#app/domain/entry/rows.ts";
import type { FormWords } from "#app/domain/import/form.ts";
import { handingIn } from "#app/domain/observation/states.ts";
import { can } from "#app/policy/can.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { askedRound, type EntryCodes } from "../entry/owed-rows.server.ts";
import { ServiceError } from "../service-error.ts";
import { compareImport } from "./compare.server.ts";
import { findImport } from "./find.server.ts";

/**
 * A file that was brought in: as long as it is neither applied nor discarded, each of its rows beside
 * what is kept now. Throws `forbidden` for people of other organisations, `not_found`.
 */
export async function readImport(
  context: ServiceContext,
  codes: EntryCodes,
  id: string,
  words: FormWords,
) {
  const membership = requireMembership(context, codes.organisation);
  const { organisationId } = membership;
  authorize(context, "import.read", { organisationId });
  return transaction(context, async (tx) => {
    const round = await askedRound(tx, codes);
    if (!round) throw new ServiceError("not_found");
    const { requestKey: _, ...found } = await findImport(tx, organisationId, codes, id);
    const compared =
      found.state === "ready"
        ? await compareImport(tx, codes, { importId: found.id, words, state: round.state })
        : null;
    return {
      ...found,
      membership,
      round,
      mayApply: can(context.actor, "import.apply", { organisationId }),
      handsIn: handingIn(membership),
      preview: compared && shownPreview(compared),
    };
  });
}

/** The rows with what their KPIs are called, and who saved what stands beside them. */
function shownPreview({ comparison, owed, newest }: Awaited<ReturnType<typeof compareImport>>) {
  const questions = new Map(
    owed.map(({ indicator, period }) => [rowKey(indicator.code, period), { indicator, period }]),
  );
  const rows = comparison.rows.flatMap((row) => {
    const question = questions.get(row.key);
    if (!question) return [];
    const { code, name, unit, frequency } = question.indicator;
    const kept = newest.get(row.key);
    return [
      {
        ...row,
        question: { code, name, unit, frequency, period: question.period },
        kept: kept
          ? { state: kept.state, author: kept.author, at: kept.at, isDemo: kept.answer.isDemo }
          : null,
      },
    ];
  });
  return { ...comparison, rows };
}
