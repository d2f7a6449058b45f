import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { StartupError } from "#app/lib/startup-error.server.ts";
import { knownMigrations, migrationsFolder } from "#db/migrations.server.ts";
import { createGroupRoles, createLoginRole } from "#db/roles.server.ts";

const OLDEST_SERVER = 150_000;
/** The advisory lock that keeps two starting portals apart; the number has no meaning. */
const LOCK = 7_302_114_801;

/** The URLs the processes connect with: the pages' role, the sign-in's role, the mail's role. */
export type PreparedDatabase = { appUrl: string; authUrl: string; mailUrl: string };

/**
 * Brings a database to the state this build needs: group roles, migrations, login roles. May run any
 * number of times, also from several processes at once. Migrations run in one transaction, so one
 * that fails leaves everything as it was.
 */
export async function prepareDatabase(options: {
  ownerUrl: string;
  authSecret: string;
}): Promise<PreparedDatabase> {
  const { ownerUrl, authSecret } = options;
  const sql = postgres(ownerUrl, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    // An owner called portal would otherwise find a schema of its name, and create its tables there.
    connection: { application_name: "portal-prepare", search_path: "public" },
  });
  try {
    await checkServer(sql);
    await sql`select pg_advisory_lock(${LOCK})`;
    await createGroupRoles(sql);
    await checkHistory(sql);
    await migrate(drizzle(sql), { migrationsFolder: migrationsFolder() });
    await sql`grant usage on schema drizzle to portal_app`;
    await sql`grant select on drizzle.__drizzle_migrations to portal_app`;
    const [row] = await sql`select current_database() as name`;
    const role = { ownerUrl, database: String(row?.name), secret: authSecret };
    return {
      appUrl: await createLoginRole(sql, { ...role, group: "portal_app" }),
      authUrl: await createLoginRole(sql, { ...role, group: "portal_auth" }),
      mailUrl: await createLoginRole(sql, { ...role, group: "portal_mail" }),
    };
  } catch (error) {
    throw lacksPrivilege(error) ? notOwner(error) : error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function lacksPrivilege(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return code === "42501" || (typeof cause === "object" && cause !== null && lacksPrivilege(cause));
}

function notOwner(cause: unknown): StartupError {
  return new StartupError(
    "DATABASE_URL の利用者に、このデータベースを更新する権限がありません。データベースとその中の表の所有者（CREATEROLE の権限を持つ利用者）を指定してください。",
    "The user of DATABASE_URL may not migrate this database. Use the owner of the database and its tables, with CREATEROLE.",
    { cause },
  );
}

async function checkServer(sql: postgres.Sql): Promise<void> {
  const [server] = await sql`
    select current_setting('server_version_num')::int as version,
           current_setting('server_encoding') as encoding,
           show_letters.works as letters
    from (select 'あ' ~ '[[:alpha:]]' as works) as show_letters`;
  if (Number(server?.version) < OLDEST_SERVER) {
    const found = Math.floor(Number(server?.version) / 10_000);
    throw new StartupError(
      `PostgreSQL ${found} には対応していません。PostgreSQL 15 以降を指定してください。`,
      `PostgreSQL ${found} is too old. PostgreSQL 15 or newer is required.`,
    );
  }
  if (server?.encoding !== "UTF8" || server?.letters !== true) {
    throw new StartupError(
      "データベースの文字コードかロケールが日本語を扱えません。CREATE DATABASE portal ENCODING 'UTF8' LC_CTYPE 'C.UTF-8' TEMPLATE template0; のように作成してください。",
      "The database cannot handle Japanese text. Create it with ENCODING 'UTF8' and a UTF-8 LC_CTYPE such as C.UTF-8.",
    );
  }
}

/** Refuses a database whose migrations are not a beginning of the ones this build knows. */
async function checkHistory(sql: postgres.Sql): Promise<void> {
  const [table] =
    await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as found`;
  if (table?.found !== true) return;
  const applied = await sql<{ at: string; hash: string }[]>`
    select created_at::text as at, hash from drizzle.__drizzle_migrations order by created_at`;
  const known = knownMigrations();
  const newest = known.at(-1)?.when ?? 0;
  for (const { at, hash } of applied) {
    if (Number(at) > newest) throw newerDatabase();
    if (!known.some((migration) => migration.hash === hash)) throw rewrittenHistory();
  }
}

function newerDatabase(): StartupError {
  return new StartupError(
    "データベースは、このプログラムより新しい版で更新されています。新しい版のプログラムで起動してください。データには触れていません。",
    "The database was migrated by a newer version of this program. Start that version. Nothing was changed.",
  );
}

function rewrittenHistory(): StartupError {
  return new StartupError(
    "適用済みのマイグレーションが、このプログラムでは書き換えられています。元に戻すか、開発中であればデータフォルダー（DATA_DIR）を作り直してください。データには触れていません。",
    "A migration was changed after it had been applied. Restore it or, in development, start with a new DATA_DIR. Nothing was changed.",
  );
}
