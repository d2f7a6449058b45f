import { createHash } from "node:crypto";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { type LimitName, limits } from "#app/domain/limit/limits.ts";
import type { Database } from "#db/client.server.ts";
import { rateLimits } from "#db/schema/index.ts";

/** Whose points of which limit. */
export type Spent = readonly [name: LimitName, whose: string];

/**
 * Takes a point of each limit, shared by all processes; answers for how many seconds to wait when one
 * has none left, and 0 otherwise. `identity` is the connection of sign-in: the pages' own cannot
 * touch the counters.
 */
export async function spend(identity: Database, ...what: readonly Spent[]): Promise<number> {
  try {
    await Promise.all(what.map(([name, whose]) => limiter(identity, name).consume(digest(whose))));
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}

/** Gives back what was taken: all of it, as for an account that proved itself, or one point. */
export async function giveBack(identity: Database, how: "all" | "one", [name, whose]: Spent) {
  const found = limiter(identity, name);
  await (how === "all" ? found.delete(digest(whose)) : found.reward(digest(whose)));
}

const made = new WeakMap<Database, Map<LimitName, RateLimiterDrizzle>>();

function limiter(identity: Database, name: LimitName): RateLimiterDrizzle {
  const known = made.get(identity) ?? new Map<LimitName, RateLimiterDrizzle>();
  made.set(identity, known);
  const found =
    known.get(name) ??
    new RateLimiterDrizzle({
      storeClient: identity,
      schema: rateLimits,
      keyPrefix: name,
      points: limits[name].points,
      duration: limits[name].seconds,
    });
  known.set(name, found);
  return found;
}

/** Addresses of people and machines are not kept, only what tells one counter from another. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
