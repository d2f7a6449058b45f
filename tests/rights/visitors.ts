import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { sessionCookie } from "#app/lib/session-cookie.server.ts";
import type { Cast } from "./cast.ts";

/** Who walks through the portal, by their names in the cast. */
export const visitors = [
  "nobody",
  "stranger",
  "keeper",
  "own viewer",
  "own editor",
  "own approver",
  "own admin",
  "other editor",
  "other admin",
  "lead viewer",
  "lead approver",
  "council viewer",
  "council editor",
] as const;
export type Visitor = (typeof visitors)[number];

/** The cookie of each of them, signed in a moment ago. */
export async function signEverybodyIn(
  owner: Sql,
  { everybody }: Cast,
): Promise<ReadonlyMap<Visitor, string>> {
  const cookies = new Map<Visitor, string>();
  for (const visitor of visitors) {
    const actor = everybody.get(visitor);
    if (actor === undefined) throw new RangeError(`Nobody is ${visitor}`);
    if (actor === null) continue;
    const token = randomUUID();
    await owner`
      insert into sessions (token, user_id, expires_at, second_factor)
      values (${token}, ${actor.id}, now() + interval '1 hour', true)`;
    cookies.set(visitor, sessionCookie(token).split(";")[0] ?? "");
  }
  return cookies;
}
