import { boardOf } from "#app/domain/completeness/board.ts";
import type { Transaction } from "#db/client.server.ts";
import type { RoundFacts } from "./facts.server.ts";
import type { FoundRound } from "./find.server.ts";
import { listRoundAnswers } from "./list-answers.server.ts";

/**
 * How far a round has come, by organisation, and whose judgement what was submitted waits for: as
 * far as the reader may see. One statement.
 */
export async function roundStanding(
  tx: Transaction,
  { definition: { nodes, indicators, organisationNames } }: Pick<FoundRound, "definition">,
  round: RoundFacts,
) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const leadOf = (id: string | null): string => {
    const node = id === null ? undefined : byId.get(id);
    return node ? (node.lead?.shortName ?? leadOf(node.parentId)) : "";
  };
  const leads = new Map(indicators.map(({ id, homeNodeId }) => [id, leadOf(homeNodeId)]));
  const answers = await listRoundAnswers(tx, round);
  const slugs = Object.keys(organisationNames);
  const { rows, total } = boardOf(answers, leads, slugs);
  return {
    rows: rows.map((row) => ({ organisation: row.organisation, counts: row.total })),
    total: total.total,
    /** The organisations that lead, with how much waits for them. */
    waitingFor: [...total.byGoal].flatMap(([lead, { submitted }]) =>
      submitted > 0 ? [{ lead, count: submitted }] : [],
    ),
  };
}
