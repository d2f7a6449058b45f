import postgres from "postgres";
import { type Database, openDatabase } from "#db/client.server.ts";
import { type TestDatabase, testDatabase } from "#tests/database.ts";

/** A database with the plans in it, as the web process uses it, and its owner for what only people decide. */
export type Portal = {
  urls: TestDatabase;
  /** Not bound by row-level security: sets the scene and looks at what came of it. */
  owner: postgres.Sql;
  /** What the pages use. */
  database: Database;
  close: () => Promise<void>;
};

export async function openPortal(): Promise<Portal> {
  const urls = await testDatabase();
  const owner = connect(urls.ownerUrl);
  const app = openDatabase(urls.appUrl, { max: 6, name: "test app" });
  return {
    urls,
    owner,
    database: app.database,
    close: async () => {
      await Promise.all([app.close(), owner.end({ timeout: 5 })]);
      await urls.close();
    },
  };
}

/** A connection that speaks SQL; the caller ends it. */
export function connect(url: string, max = 3): postgres.Sql {
  return postgres(url, { max, onnotice: () => {} });
}
