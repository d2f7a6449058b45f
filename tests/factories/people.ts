import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { Actor, Membership } from "#app/policy/can.ts";
import type { Role } from "#app/policy/roles.ts";
import { type OrganisationSlug, organisations } from "#seeds/organisations.ts";

/** What somebody is and where: 佐賀県's editor is `"saga editor"`. */
export type Post = `${OrganisationSlug} ${Role}`;

/** A person with a membership for each post; nobody's when none is given. */
export async function createPerson(owner: Sql, ...posts: Post[]): Promise<Actor> {
  const id = randomUUID();
  const name = posts.join("・") || "所属なし";
  await owner`insert into users (id, name, email) values (${id}, ${name}, ${`${id}@example.lg.jp`})`;
  const memberships: Membership[] = [];
  for (const post of posts) {
    const [slug, role] = post.split(" ") as [OrganisationSlug, Role];
    const [membership] = await owner<Membership[]>`
      with joined as (
        insert into members (organisation_id, user_id, role)
        select id, ${id}, ${role} from organisations where slug = ${slug}
        returning organisation_id, role)
      select o.id as "organisationId", o.slug, o.short_name as "shortName", o.kind, joined.role
      from joined join organisations o on o.id = joined.organisation_id`;
    if (membership) memberships.push(membership);
  }
  return { id, name, memberships };
}

/** Somebody who drafts and somebody who decides, in every organisation but the council. */
export async function createStaff(owner: Sql): Promise<(post: Post) => Actor> {
  const staff = new Map<string, Actor>();
  for (const { slug, kind } of organisations) {
    if (kind === "council") continue;
    for (const role of ["editor", "approver"] as const) {
      const post: Post = `${slug} ${role}`;
      staff.set(post, await createPerson(owner, post));
    }
  }
  return (post) => {
    const found = staff.get(post);
    if (!found) throw new RangeError(`Nobody is ${post}`);
    return found;
  };
}
