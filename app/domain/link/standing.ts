import { isUsable, type LinkState } from "../identity/states.ts";

/**
 * `asked` — waits for an answer; `answered` — has one, which may still be corrected; `taken` — the
 * organisation has taken it over; `expired` — its days are over without that; `revoked` — taken back.
 */
export const linkStandings = ["asked", "answered", "taken", "expired", "revoked"] as const;
export type LinkStanding = (typeof linkStandings)[number];

/** Where a link stands at `now`. What was answered in time can be taken over also after its days. */
export function linkStanding(
  link: { state: LinkState; expiresAt: Date; answered: boolean },
  now: Date,
): LinkStanding {
  if (link.state === "used") return "taken";
  if (link.state === "revoked") return "revoked";
  if (link.answered) return "answered";
  return isUsable(link, now) ? "asked" : "expired";
}

/** How many days a link is open unless a round or a person says otherwise, and at most. */
export const linkDays = { usual: 14, most: 365 } as const;

/** The last moment of a day in Japan. */
export function endOfDay(day: string): Date {
  return new Date(`${day}T23:59:59.999+09:00`);
}
