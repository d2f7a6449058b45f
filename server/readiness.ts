import postgres from "postgres";
import { databaseAvailable } from "#app/lib/database-state.server.ts";
import { onShutdown } from "#app/lib/shutdown.server.ts";
import { knownMigrations } from "#db/migrations.server.ts";
import type { Readiness } from "#server/http.ts";

const NOTHING: Readiness = { database: false, migrations: false, plans: false };

/**
 * Makes the question "is everything there?" for /readyz, with a connection of its own: when the
 * pool is exhausted the answer still has to come.
 */
export function readinessOf(appDatabaseUrl: string): () => Promise<Readiness> {
  const sql = postgres(appDatabaseUrl, {
    max: 1,
    idle_timeout: 30,
    connect_timeout: 2,
    onnotice: () => {},
    connection: { application_name: "portal-readiness", statement_timeout: 2000 },
  });
  onShutdown("readiness", () => sql.end({ timeout: 1 }));
  const latest = knownMigrations().at(-1)?.when ?? null;

  return async () => {
    if (!databaseAvailable()) return NOTHING;
    try {
      await sql`select 1`;
    } catch {
      return NOTHING;
    }
    const migrations = await holds(async () => {
      if (latest === null) return true;
      const [row] =
        await sql`select max(created_at)::bigint as at from drizzle.__drizzle_migrations`;
      return Number(row?.at) === latest;
    });
    const plans = await holds(async () => {
      const [row] = await sql`select exists (select from plans) as found`;
      return row?.found === true;
    });
    return { database: true, migrations, plans };
  };
}

async function holds(question: () => Promise<boolean>): Promise<boolean> {
  try {
    return await question();
  } catch {
    return false;
  }
}
