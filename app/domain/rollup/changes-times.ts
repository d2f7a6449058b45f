import { type AsOf, asOfText, parseAsOf } from "./as-of.ts";

/** A time at which a plan's year is looked at: an earlier one, or null for now. */
export type Time = AsOf | null;

/** What is known of the editions of the year, in any order. */
export type EditionTime = { edition: number; publishedAt: Date };

/**
 * Why two times cannot be compared: nothing was published before the later one, they stand the wrong
 * way round, or they are for members only.
 */
export type TimesProblem = "nothing_before" | "wrong_order" | "published_only";

/** Two times to be compared, or why they are not. An edition that there is not is `unknown`. */
export type Times =
  | { from: Time; to: Time; problem: null }
  | { from: Time | undefined; to: Time | undefined; problem: TimesProblem }
  | "unknown";

/** Reads `now` and what `parseAsOf` reads; undefined for anything else. */
export function parseTime(text: string, now: Date): Time | undefined {
  return text === "now" ? null : (parseAsOf(text, now) ?? undefined);
}

/** The text that reads as it. */
export function timeText(time: Time): string {
  return time === null ? "now" : asOfText(time);
}

/**
 * Completes the times that somebody asked for: the later one is now, for the public the newest
 * edition; the earlier one is the newest edition before it.
 */
export function resolveTimes(
  asked: { from?: Time; to?: Time },
  editions: readonly EditionTime[],
  member: boolean,
): Times {
  const published = publishedAt(editions);
  const known = (time: Time | undefined) => time?.kind !== "edition" || published.has(time.edition);
  if (!known(asked.from) || !known(asked.to)) return "unknown";
  const all = [...published.keys()].sort((a, b) => a - b).map(asEdition);
  const to = asked.to === undefined && !member ? all.at(-1) : (asked.to ?? null);
  if (to === undefined) return { from: asked.from, to, problem: "nothing_before" };
  const newestBefore = all.filter((edition) => isEarlier(edition, to, published)).at(-1);
  const from = asked.from === undefined ? newestBefore : asked.from;
  const isPublic = (time: Time | undefined) => time === undefined || time?.kind === "edition";
  if (!member && !(isPublic(from) && isPublic(to))) return { from, to, problem: "published_only" };
  if (from === undefined) return { from, to, problem: "nothing_before" };
  if (!isEarlier(from, to, published)) return { from, to, problem: "wrong_order" };
  return { from, to, problem: null };
}

/** The editions that were published after the earlier time, up to the later one; the oldest first. */
export function editionsWithin<Edition extends EditionTime>(
  { from, to }: { from: Time; to: Time },
  editions: readonly Edition[],
): Edition[] {
  const published = publishedAt(editions);
  return editions
    .filter(({ edition }) => isEarlier(from, asEdition(edition), published))
    .filter(({ edition }) => !isEarlier(to, asEdition(edition), published))
    .sort((a, b) => a.edition - b.edition);
}

function publishedAt(editions: readonly EditionTime[]): ReadonlyMap<number, Date> {
  return new Map(editions.map(({ edition, publishedAt: at }) => [edition, at]));
}

function isEarlier(one: Time, other: Time, published: ReadonlyMap<number, Date>): boolean {
  return one?.kind === "edition" && other?.kind === "edition"
    ? one.edition < other.edition
    : instantOf(one, published) < instantOf(other, published);
}

function asEdition(edition: number): Time {
  return { kind: "edition", edition };
}

/** Now is after everything. */
function instantOf(time: Time, published: ReadonlyMap<number, Date>): number {
  if (time === null) return Infinity;
  return time.kind === "moment" ? time.at.getTime() : (published.get(time.edition)?.getTime() ?? 0);
}
