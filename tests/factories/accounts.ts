import { hashPassword } from "better-auth/crypto";
import type { Sql } from "postgres";
import { databases } from "#app/lib/databases.server.ts";
import type { Actor } from "#app/policy/can.ts";
import { createSession } from "#app/services/session/create.server.ts";
import { createPerson, type Post } from "./people.ts";

export const password = "筑後川-nagare-2026";

/** A person who can sign in with `password`. */
export async function createAccount(
  owner: Sql,
  ...posts: Post[]
): Promise<{ actor: Actor; email: string }> {
  const actor = await createPerson(owner, ...posts);
  await owner`
    insert into accounts (account_id, provider_id, user_id, password)
    values (${actor.id}, 'credential', ${actor.id}, ${await hashPassword(password)})`;
  return { actor, email: `${actor.id}@example.lg.jp` };
}

/** Signs somebody in to the web process that this one is; answers the cookie of their browser. */
export async function signInAs(email: string): Promise<string> {
  const visitor = { clientAddress: "192.0.2.1", requestId: "r" };
  const { identity } = databases();
  const result = await createSession(identity, { email, password }, visitor, new Headers());
  if (!result.ok) throw new Error(`Not signed in: ${result.reason}`);
  return result.setCookie.split(";")[0] ?? "";
}
