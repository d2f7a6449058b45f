import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "#db/client.server.ts";
import * as schema from "#db/schema/index.ts";

export type CountedDatabase = {
  database: Database;
  /** The statements that `work` sends, without those that only open and close a transaction. */
  statementsOf: (work: () => Promise<unknown>) => Promise<string[]>;
  close: () => Promise<void>;
};

/** A database whose statements are written down as they go over the wire. */
export function countedDatabase(url: string): CountedDatabase {
  let sent: string[] = [];
  const pool = postgres(url, {
    max: 1,
    onnotice: () => {},
    debug: (_connection, statement) => {
      sent.push(statement);
    },
  });
  return {
    database: drizzle(pool, { schema, casing: "snake_case" }),
    statementsOf: async (work) => {
      // A new connection asks for the types of arrays once; that is not the page's doing.
      await pool`select 1`;
      sent = [];
      await work();
      return sent.filter((statement) => !/^(begin|commit|rollback|savepoint)\b/i.test(statement));
    },
    close: () => pool.end({ timeout: 5 }),
  };
}
