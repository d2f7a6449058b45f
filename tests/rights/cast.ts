import type { Sql } from "postgres";
import type { Actor } from "#app/policy/can.ts";
import { roles } from "#app/policy/roles.ts";
import { createPerson, type Post } from "#tests/factories/people.ts";
import { secrets } from "./secrets.ts";

/** What organisations are to the things of the scene: 大分県's, led by 福岡県, in the council's plan. */
export const relations = {
  own: "oita",
  lead: "fukuoka",
  council: "council",
  other: "okinawa",
  "other plan's owner": "kurume",
} as const;

export type Cast = {
  /** By relation and role, as `own editor`, and who has none: `deputy`, `keeper`, `stranger`, `nobody`. */
  everybody: ReadonlyMap<string, Actor | null>;
  /** The one of whom acts on oneself are tried, who is 沖縄県's: `self`. */
  self: Actor;
  of: (post: Post) => Actor;
};

/** Everybody who could try something, one of each role in each relation. */
export async function createCast(owner: Sql): Promise<Cast> {
  const everybody = new Map<string, Actor | null>();
  const posts = new Map<string, Actor>();
  for (const [relation, slug] of Object.entries(relations))
    for (const role of roles) {
      const actor = await createPerson(owner, `${slug} ${role}`);
      everybody.set(`${relation} ${role}`, actor);
      posts.set(`${slug} ${role}`, actor);
    }
  everybody.set("deputy", await createDeputy(owner));
  const self = await createPerson(owner, "okinawa viewer");
  everybody.set("self", self);
  const keeper = await createPerson(owner);
  await owner`insert into platform_admins (user_id) values (${keeper.id})`;
  everybody.set("keeper", { ...keeper, keepsPortal: true });
  everybody.set("stranger", await createPerson(owner));
  everybody.set("nobody", null);
  return {
    everybody,
    self,
    of: (post) => {
      const found = posts.get(post);
      if (!found) throw new RangeError(`Nobody is ${post}`);
      return found;
    },
  };
}

/** Somebody who drafts in 大分県 and decides there these days. */
async function createDeputy(owner: Sql): Promise<Actor> {
  const actor = await createPerson(owner, "oita editor");
  const approver = await createPerson(owner, "oita approver");
  await owner`
    insert into approval_deputies (organisation_id, user_id, from_on, until_on, reason, author_id,
      request_key)
    select organisation_id, ${actor.id}, '2000-01-01', '2099-12-31', ${secrets.deputy.text}, ${approver.id},
      gen_random_uuid()
    from members where user_id = ${actor.id}`;
  return { ...actor, memberships: actor.memberships.map((each) => ({ ...each, deputises: true })) };
}
