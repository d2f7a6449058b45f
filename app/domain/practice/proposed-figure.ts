import { type FiscalYear, fiscalYearOf } from "../fiscal-year/fiscal-year.ts";
import {
  type PracticeState,
  practiceCapabilities,
  type RolloutState,
  rolloutCounts,
} from "./states.ts";

/** A case as it stands now, as far as counting cares. */
export type CountedPractice = {
  id: string;
  organisationId: string;
  state: PracticeState;
  indicatorIds: readonly string[];
  /** When it was first shared; null where it never was. */
  sharedAt: Date | null;
};

/** What an organisation makes of a case, as it stands now. */
export type CountedRollout = {
  practiceId: string;
  organisationId: string;
  state: RolloutState;
  startedFy: FiscalYear | null;
};

/**
 * The figure that the library proposes for an organisation and a fiscal year, cumulative since the
 * indicator's first year: how many cases of its own that name the indicator it has shared by the end
 * of the year (by the calendar of Japan), and how many cases of others that name it the organisation
 * had begun to roll out by then. What was taken back does not count. Answers what was counted, so
 * that the figure explains itself; a person confirms it.
 */
export function proposedFigure<
  Practice extends CountedPractice,
  Rollout extends CountedRollout,
>(asked: {
  organisationId: string;
  indicatorId: string;
  firstFy: FiscalYear;
  fy: FiscalYear;
  practices: readonly Practice[];
  rollouts: readonly Rollout[];
}): { value: number; shared: Practice[]; rolledOut: { practice: Practice; rollout: Rollout }[] } {
  const { organisationId, indicatorId, firstFy, fy } = asked;
  const inTime = (year: FiscalYear) => year >= firstFy && year <= fy;
  const naming = asked.practices.filter(
    ({ state, indicatorIds }) =>
      practiceCapabilities[state].canBeRolledOut && indicatorIds.includes(indicatorId),
  );
  const shared = naming.filter(
    (practice) =>
      practice.organisationId === organisationId &&
      practice.sharedAt !== null &&
      inTime(fiscalYearOf(practice.sharedAt)),
  );
  const rolledOut = asked.rollouts.flatMap((rollout) => {
    const practice = naming.find(({ id }) => id === rollout.practiceId);
    const counts =
      rollout.organisationId === organisationId &&
      practice?.organisationId !== organisationId &&
      rolloutCounts[rollout.state] &&
      rollout.startedFy !== null &&
      inTime(rollout.startedFy);
    return practice && counts ? [{ practice, rollout }] : [];
  });
  return { value: shared.length + rolledOut.length, shared, rolledOut };
}
