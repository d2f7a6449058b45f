/** How one organisation stands in a PT, as its lead wants to see it at a glance. */
export type Standing = {
  figures: { asked: number; accepted: number; submitted: number; returned: number };
  /** The day by which its figures were due has passed, and some are still to come. */
  overdue: boolean;
  /** Status updates of its own part that are current, of those expected. */
  updates: { current: number; expected: number };
  overdueMilestones: number;
  lastActivity: Date | null;
};

/** The figures that are still to come from an organisation: not yet submitted, or sent back. */
export function stillToCome({ figures }: Pick<Standing, "figures">): number {
  return figures.asked - figures.accepted - figures.submitted;
}

/** The figures of which nothing was submitted yet. */
export function missing(standing: Pick<Standing, "figures">): number {
  return stillToCome(standing) - standing.figures.returned;
}

/** What an organisation is late with, the most pressing first. */
function pressing(standing: Standing): number[] {
  const { updates, overdueMilestones } = standing;
  return [
    standing.overdue ? stillToCome(standing) : 0,
    overdueMilestones,
    stillToCome(standing),
    updates.expected - updates.current,
  ];
}

/** Orders organisations so that the one that is most behind comes first; equals keep their order. */
export function worstFirst<Row extends Standing>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => {
    const [mine, theirs] = [pressing(a), pressing(b)];
    const at = mine.findIndex((value, index) => value !== theirs[index]);
    return at === -1 ? 0 : (theirs[at] ?? 0) - (mine[at] ?? 0);
  });
}
