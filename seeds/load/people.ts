import { hashPassword } from "better-auth/crypto";
import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { accounts, members, platformAdmins, users } from "#db/schema/index.ts";
import { demoDomain, demoPassword, demoPeople } from "#seeds/people.ts";
import { seedId } from "#seeds/seed-id.ts";
import { organisationId } from "./placed-indicators.ts";

export const userId = (email: string) => seedId("user", email);

/** Who is in a database: nobody yet, demo people, or others. */
export async function findPeople(tx: Transaction): Promise<"none" | "demo" | "others"> {
  const [found] = await tx
    .select({
      demo: sql<boolean>`coalesce(bool_or(${users.email} like ${`%.${demoDomain}`}), false)`,
      all: sql<number>`count(*)::int`,
    })
    .from(users);
  if (found?.demo) return "demo";
  return found && found.all > 0 ? "others" : "none";
}

/** Loads the demo people, their sign-ins and memberships; who is there already stays as they are. */
export async function loadDemoPeople(tx: Transaction): Promise<void> {
  const added = await tx
    .insert(users)
    .values(
      demoPeople.map(({ email, name }) => ({
        id: userId(email),
        email,
        name,
        emailVerified: true,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (added.length === 0) return;
  // One password, printed at every start: one hash serves all, and hashing is slow on purpose.
  const password = await hashPassword(demoPassword);
  await tx.insert(accounts).values(
    added.map(({ id }) => ({
      id: seedId("account", id),
      accountId: id,
      providerId: "credential",
      userId: id,
      password,
    })),
  );
  const isNew = new Set(added.map(({ id }) => id));
  await tx.insert(members).values(
    demoPeople
      .filter(({ email }) => isNew.has(userId(email)))
      .flatMap(({ email, memberships }) =>
        memberships.map(({ organisation, role }) => ({
          id: seedId("member", email, organisation),
          userId: userId(email),
          organisationId: organisationId(organisation),
          role,
        })),
      ),
  );
  const keepers = demoPeople.filter((each) => each.keepsPortal && isNew.has(userId(each.email)));
  if (keepers.length > 0)
    await tx.insert(platformAdmins).values(keepers.map(({ email }) => ({ userId: userId(email) })));
}
