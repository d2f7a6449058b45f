import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#app/lib/project-root.server.ts";

/** One migration this build knows; `when` and `hash` are what drizzle stores about it. */
export type KnownMigration = { tag: string; when: number; hash: string };

/** The folder of the SQL migrations, read at run time from the project and not bundled. */
export function migrationsFolder(): string {
  return join(projectRoot(), "db", "migrations");
}

/** The migrations this build knows, oldest first. */
export function knownMigrations(folder: string = migrationsFolder()): KnownMigration[] {
  const journal = join(folder, "meta", "_journal.json");
  if (!existsSync(journal)) return [];
  const { entries } = JSON.parse(readFileSync(journal, "utf8")) as {
    entries: { tag: string; when: number }[];
  };
  return entries
    .map(({ tag, when }) => {
      const statements = readFileSync(join(folder, `${tag}.sql`), "utf8");
      return { tag, when, hash: createHash("sha256").update(statements).digest("hex") };
    })
    .sort((a, b) => a.when - b.when);
}
