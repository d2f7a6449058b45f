/** How a deputy's days stand to a day. */
export type DeputyStanding = "coming" | "present" | "past";

/** The days for which somebody was named, as calendar dates in Japan; both count. */
export type DeputyDays = { fromOn: string; untilOn: string; endedAt: Date | null };

/** Whether somebody stands in on a day, will, or does no more. `portal.deputises` says the same. */
export function deputyStanding(
  { fromOn, untilOn, endedAt }: DeputyDays,
  today: string,
): DeputyStanding {
  if (endedAt !== null || untilOn < today) return "past";
  return fromOn > today ? "coming" : "present";
}

/** No one stands in for longer at a time: a role is changed instead. */
const longestDays = 366;

/** Whether days are such as somebody can be named for today. */
export function areDeputyDays(fromOn: string, untilOn: string, today: string): boolean {
  const days = (Date.parse(untilOn) - Date.parse(fromOn)) / 86_400_000;
  return untilOn >= today && days >= 0 && days < longestDays;
}
