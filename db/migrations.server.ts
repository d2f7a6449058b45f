import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#app/lib/project-root.server.ts";

/** One migration this build knows; `when` is what drizzle stores as `created_at`. */
export type KnownMigration = { tag: string; when: number };

/** The folder of the SQL migrations, read at run time from the project and not bundled. */
export function migrationsFolder(): string {
  return join(projectRoot(), "db", "migrations");
}

/** The migrations this build knows, oldest first. */
export function knownMigrations(folder: string = migrationsFolder()): KnownMigration[] {
  const journal = join(folder, "meta", "_journal.json");
  if (!existsSync(journal)) return [];
  const { entries } = JSON.parse(readFileSync(journal, "utf8")) as { entries: KnownMigration[] };
  return entries.map(({ tag, when }) => ({ tag, when })).sort((a, b) => a.when - b.when);
}
