import { proposedFigure } from "#app/domain/practice/proposed-figure.ts";
import type { Transaction } from "#db/client.server.ts";
import { newestRollouts } from "../rollout/list.server.ts";
import { newestPractices } from "./versions.server.ts";

/**
 * The figure that the library proposes for an organisation's report of an indicator, with the cases
 * that were counted. The reader is of the organisation, so that all of it is theirs to see.
 */
export async function proposeFigure(
  tx: Transaction,
  { indicator, fy }: { indicator: { id: string; planId: string; firstFy: number }; fy: number },
  organisationId: string,
) {
  const practices = await newestPractices(tx, indicator.planId, indicator.id);
  const rollouts = await newestRollouts(tx, indicator.planId, organisationId);
  const { value, shared, rolledOut } = proposedFigure({
    organisationId,
    indicatorId: indicator.id,
    firstFy: indicator.firstFy,
    fy,
    practices: practices.map((practice) => ({
      ...practice,
      id: practice.practiceId,
      organisationId: practice.organisation.id,
    })),
    rollouts: rollouts.map((row) => ({ ...row, organisationId: row.organisation.id })),
  });
  return {
    value,
    shared: shared.map(({ id, title, isDemo, sharedAt }) => ({ id, title, isDemo, sharedAt })),
    rolledOut: rolledOut.map(({ practice, rollout }) => ({
      id: practice.id,
      title: practice.title,
      isDemo: rollout.isDemo,
      organisation: practice.organisation.shortName,
      state: rollout.state,
      startedFy: rollout.startedFy,
    })),
  };
}
