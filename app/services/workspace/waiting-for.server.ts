import { isEnteredHere } from "#app/domain/entry/rows.ts";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { isOverdue, lastDayOf } from "#app/domain/progress/milestone.ts";
import { isDueSoon, updatesDue } from "#app/domain/workspace/due.ts";
import type { Definition } from "../plan/read-definition.server.ts";
import type { NewestStatus } from "../progress/newest-statuses.server.ts";
import type { AddressedThread } from "./addressed-threads.server.ts";
import type { NewestMilestone } from "./newest-milestones.server.ts";
import type { readPtFacts } from "./pt-facts.server.ts";

type Known = {
  facts: Pick<Awaited<ReturnType<typeof readPtFacts>>, "rounds" | "waitingForReview">;
  milestones: readonly NewestMilestone[];
  statuses: readonly NewestStatus[];
  projects: readonly { id: string; code: string; name: string }[];
  indicators: Definition["indicators"];
  threads: readonly AddressedThread[];
  party: { organisationId: string; leads: boolean; takesPart: boolean; alone: boolean };
  now: Date;
};

/**
 * What waits for an organisation in a PT: figures to report in the open rounds, returned ones first;
 * its milestones that are overdue or due soon; status updates that are missing or too old; threads
 * that address it; and as lead how many submissions it has not judged.
 */
export function waitingFor(known: Known) {
  const { facts, milestones, statuses, projects, threads, party, now } = known;
  const today = dateInJapan(now);
  const projectOf = new Map(projects.map((project) => [project.id, project]));
  return {
    reviews: party.leads ? facts.waitingForReview : 0,
    figures: figuresOf(known, today),
    milestones: milestones
      .filter((each) => each.organisationId === party.organisationId && isDueSoon(each, now))
      .map((each) => ({ ...each, overdue: isOverdue(each, now) }))
      .sort((a, b) => (lastDayOf(a) < lastDayOf(b) ? -1 : 1)),
    updates: updatesDue(party.takesPart ? [...projectOf.keys()] : [], statuses, party, now).flatMap(
      (due) => {
        const project = projectOf.get(due.nodeId);
        return project ? [{ project, scope: due.scope, last: due.last }] : [];
      },
    ),
    threads,
  };
}

/**
 * What the open rounds ask for and is still to be submitted. What two rounds ask for is to be done
 * once, by the earlier day.
 */
function figuresOf({ facts, indicators }: Known, today: string) {
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const owed = facts.rounds
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
    .flatMap(({ fy, dueOn, questions }) =>
      questions.flatMap(({ indicatorId, period, state, reason }) => {
        const indicator = known.get(indicatorId);
        if (!indicator || !isEnteredHere(state)) return [];
        const { code, name, frequency } = indicator;
        return [{ code, name, frequency, fy, period, state, reason, dueOn, late: dueOn < today }];
      }),
    );
  const first = new Map<string, (typeof owed)[number]>();
  for (const each of owed) {
    const key = `${each.code} ${each.fy} ${each.period}`;
    if (!first.has(key)) first.set(key, each);
  }
  return [...first.values()].sort(
    (a, b) => Number(b.state === "returned") - Number(a.state === "returned"),
  );
}
