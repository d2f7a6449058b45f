import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { isOverdue } from "#app/domain/progress/milestone.ts";
import { updatesDue } from "#app/domain/workspace/due.ts";
import { stillToCome, worstFirst } from "#app/domain/workspace/standing.ts";
import type { NewestStatus } from "../progress/newest-statuses.server.ts";
import type { FigureStanding } from "./list-standings.server.ts";
import type { NewestMilestone } from "./newest-milestones.server.ts";
import type { PtRound, readPtFacts } from "./pt-facts.server.ts";

const nothing = { asked: 0, accepted: 0, submitted: 0, returned: 0, lastActivity: null };

/** How each organisation of a PT stands with its figures, updates and milestones, the worst first. */
export function standingsOf(known: {
  facts: Pick<Awaited<ReturnType<typeof readPtFacts>>, "people">;
  figures: readonly FigureStanding[];
  milestones: readonly NewestMilestone[];
  statuses: readonly NewestStatus[];
  projects: readonly { id: string }[];
  /** The open rounds of the year that ask for something of the PT. */
  rounds: readonly PtRound[];
  now: Date;
}) {
  const { facts, milestones, statuses, rounds, now } = known;
  const today = dateInJapan(now);
  const projectIds = known.projects.map(({ id }) => id);
  const rows = facts.people.map(({ id, slug, shortName, role }) => {
    const found = known.figures.find((row) => row.organisationId === id) ?? nothing;
    const { lastActivity, asked, accepted, submitted, returned } = found;
    const figures = { asked, accepted, submitted, returned };
    // Its own part alone: the word on the whole is the lead's, who is asked for it elsewhere.
    const party = { organisationId: id, leads: false, alone: false };
    const due = updatesDue(projectIds, statuses, party, now);
    return {
      organisation: { slug, shortName, role },
      figures,
      overdue:
        rounds.some((round) => (round.extended[id] ?? round.commonDueOn) < today) &&
        stillToCome({ figures }) > 0,
      updates: { current: projectIds.length - due.length, expected: projectIds.length },
      overdueMilestones: milestones.filter(
        (each) => each.organisationId === id && isOverdue(each, now),
      ).length,
      lastActivity: lastActivity === null ? null : new Date(lastActivity),
    };
  });
  return worstFirst(rows);
}
