import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { assertDatabaseAvailable } from "#app/lib/database-state.server.ts";
import type { Actor } from "#app/policy/can.ts";
import * as schema from "./schema/index.ts";

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Every statement has a deadline, so that a locked table or a dying server never hangs a page. */
const statementTimeoutMs = 8_000;
/** postgres.js can lose the answer of a connection that dies under it (porsager/postgres#1066). */
const transactionTimeoutMs = 12_000;

/** A drizzle instance over one postgres.js pool; the caller ends the pool. */
export function openDatabase(url: string, options: { max: number; name: string }) {
  const pool = postgres(url, {
    max: options.max,
    connect_timeout: 5,
    idle_timeout: 60,
    max_lifetime: 30 * 60,
    onnotice: () => {},
    connection: {
      application_name: options.name,
      statement_timeout: statementTimeoutMs,
      // What waits for a lock must see what its holder committed, whatever a server has set.
      default_transaction_isolation: "read committed",
    },
  });
  const database = drizzle(pool, { schema, casing: "snake_case" });
  return { database, pool, close: () => pool.end({ timeout: 2 }) };
}

/**
 * Runs `work` in one transaction as a person: row-level security sees who it is, and nobody when it is
 * null. An actor acts for the organisations of their session, which may be fewer than they belong to; a
 * person by id for all. The settings end with the transaction, so a pooled connection never keeps an
 * actor. Work that nobody's request waits for may be given a later deadline.
 */
export async function asActor<Result>(
  database: Database,
  actor: Actor | string | null,
  work: (tx: Transaction) => Promise<Result>,
  deadlineMs = transactionTimeoutMs,
): Promise<Result> {
  assertDatabaseAvailable();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TransactionDeadline()), deadlineMs);
  });
  const run = database.transaction(async (tx) => {
    const { id, actsFor, keeps } = settingsOf(actor);
    await tx.execute(sql`
      select set_config('portal.actor_id', ${id}, true), set_config('portal.acts_for', ${actsFor}, true),
        set_config('portal.keeps', ${keeps}, true)`);
    return work(tx);
  });
  try {
    return await Promise.race([run, deadline]);
  } finally {
    clearTimeout(timer);
    // When the deadline won, the transaction may still fail later; nobody waits for it any more.
    run.catch(() => {});
  }
}

/** An actor as policies read it; what is empty is unset, and narrows nothing. */
function settingsOf(actor: Actor | string | null) {
  if (actor === null || typeof actor === "string")
    return { id: actor ?? "", actsFor: "", keeps: "" };
  const { id, memberships, keepsPortal } = actor;
  const actsFor = `{${memberships.map(({ organisationId }) => organisationId).join(",")}}`;
  return { id, actsFor, keeps: keepsPortal ? "" : "no" };
}

/** The database did not answer in time; carries PostgreSQL's code for a cancelled statement. */
class TransactionDeadline extends Error {
  readonly code = "57014";
  override readonly name = "TransactionDeadline";
}
