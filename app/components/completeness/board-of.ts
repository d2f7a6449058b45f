/** What a board is of, as its address says it. */
export function boardOf({ round, fy }: { round: { number: number } | null; fy: number }) {
  return round ? { round: round.number } : { fy };
}
