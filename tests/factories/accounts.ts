import { hashPassword } from "better-auth/crypto";
import type { Sql } from "postgres";
import type { Actor } from "#app/policy/can.ts";
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
