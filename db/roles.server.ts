import { createHmac } from "node:crypto";
import postgres from "postgres";
import { StartupError } from "#app/lib/startup-error.server.ts";

/** What the SQL migrations grant rights to; the login roles are members of these. */
const GROUPS = ["portal_app", "portal_auth", "portal_mail"] as const;

/** Whatever a client asks for, no statement of the web process may take or block longer. */
const LIMITS = {
  statement_timeout: "15s",
  lock_timeout: "5s",
  idle_in_transaction_session_timeout: "20s",
};

const DUPLICATE = new Set(["42710", "23505"]);
const NO_PRIVILEGE = "42501";
const CONCURRENT_UPDATE = "XX000";

/** Makes the group roles that the migrations name. Two databases of a server share them. */
export async function createGroupRoles(sql: postgres.Sql): Promise<void> {
  for (const group of GROUPS) {
    const [found] = await sql`select from pg_roles where rolname = ${group}`;
    if (found !== undefined) continue;
    await asRoleManager(group, async () => {
      try {
        await sql`create role ${sql(group)} nologin`;
      } catch (error) {
        if (!DUPLICATE.has(codeOf(error))) throw error;
      }
    });
  }
}

/**
 * Makes the role a part of the web process connects as, or gives it its current password.
 * @param group which rights it has
 * @returns the connection URL for this role, at the owner's host
 */
export async function createLoginRole(
  sql: postgres.Sql,
  options: { ownerUrl: string; database: string; group: (typeof GROUPS)[number]; secret: string },
): Promise<string> {
  const { ownerUrl, database, group, secret } = options;
  // A database called portal must not get a login role that is the group itself.
  const role = `${database}${group.slice("portal".length)}_login`;
  const password = createHmac("sha256", secret).update(role).digest("hex");
  await asRoleManager(role, () => writeRole(sql, role, group, password));

  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = password;
  return url.href;
}

async function writeRole(
  sql: postgres.Sql,
  role: string,
  group: string,
  password: string,
): Promise<void> {
  const [found] = await sql`
    select rolsuper or rolbypassrls as unsafe,
           pg_has_role(oid, ${group}::name, 'member') as member
    from pg_roles where rolname = ${role}`;
  if (found?.unsafe) {
    throw new StartupError(
      `データベースの利用者 ${role} に SUPERUSER か BYPASSRLS の権限があり、行の保護が効きません。権限を外してから、もう一度起動してください。`,
      `The database role ${role} is SUPERUSER or BYPASSRLS, which defeats row-level security. Remove that and start again.`,
    );
  }
  // The password is hexadecimal, so it needs no quoting; a statement like this takes no parameters.
  const login = `login inherit password '${password}'`;
  if (found === undefined) {
    try {
      await sql`create role ${sql(role)} nosuperuser nobypassrls ${sql.unsafe(login)}`;
    } catch (error) {
      if (!DUPLICATE.has(codeOf(error))) throw error;
      await sql`alter role ${sql(role)} ${sql.unsafe(login)}`;
    }
  } else {
    await sql`alter role ${sql(role)} ${sql.unsafe(login)}`;
  }
  for (const [name, value] of Object.entries(LIMITS)) {
    await sql`alter role ${sql(role)} set ${sql(name)} = ${sql.unsafe(`'${value}'`)}`;
  }
  if (!found?.member) await sql`grant ${sql(group)} to ${sql(role)}`;
}

/** Repeats work that met another portal doing the same, and explains missing privileges. */
async function asRoleManager(role: string, work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (codeOf(error) === CONCURRENT_UPDATE && attempt < 5) continue;
      if (codeOf(error) !== NO_PRIVILEGE) throw error;
      throw new StartupError(
        `DATABASE_URL の利用者には、データベースの利用者 ${role} を作成・変更する権限がありません。管理者が ALTER ROLE <利用者> CREATEROLE; を実行するか（すでに ${role} がある場合は GRANT ${role} TO <利用者> WITH ADMIN OPTION; も）、権限のある利用者を指定してください。`,
        `The user of DATABASE_URL may not create or change the role ${role}. Grant it CREATEROLE (and, if ${role} exists already, GRANT ${role} TO … WITH ADMIN OPTION), or use another user.`,
        { cause: error },
      );
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof postgres.PostgresError ? error.code : "";
}
