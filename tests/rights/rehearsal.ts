import { sql } from "drizzle-orm";
import type { Actor } from "#app/policy/can.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { type Database, openDatabase, type Transaction } from "#db/client.server.ts";

/** What came of a rehearsed call. */
export type Outcome = {
  /** `done`, or the code of the refusal; a program's own error is thrown on. */
  came: string;
  /** What the refusal says more. */
  said?: unknown;
  /** How many rows were written, before everything was taken back. */
  rows: number;
  /** The actions that the audit log would have kept. */
  actions: string[];
};

/** What is so for a call alone, set by the owner in the call's own transaction. */
export type Given = (tx: Transaction, actor: Actor | null) => PromiseLike<unknown> | null;

class TakenBack extends Error {}

/**
 * A database on which verbs do whatever they do, with the rights of a role, and on which nothing stays:
 * each call is one transaction, which says what was written and is then taken back.
 */
export function openRehearsal(ownerUrl: string) {
  const real = openDatabase(ownerUrl, { max: 4, name: "rehearsal" });

  async function rehearse(
    role: "portal_app" | "portal_auth",
    actor: Actor | null,
    given: Given | undefined,
    call: (database: Database) => Promise<unknown>,
  ): Promise<Outcome> {
    const outcome: Outcome = { came: "done", rows: 0, actions: [] };
    await real.database
      .transaction(async (tx) => {
        await given?.(tx, actor);
        const before = await rowsWritten(tx);
        await tx.execute(sql.raw(`set local role ${role}`));
        try {
          // A transaction in it becomes a part of this one.
          await call(tx as unknown as Database);
        } catch (error) {
          if (!(error instanceof ServiceError)) throw error;
          outcome.came = error.code;
          outcome.said = error.fieldErrors;
        }
        await tx.execute(sql`reset role`);
        outcome.rows = (await rowsWritten(tx)) - before;
        outcome.actions = await actionsOf(tx);
        throw new TakenBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof TakenBack)) throw error;
      });
    return outcome;
  }

  return { rehearse, close: real.close };
}

/** What the transaction has written so far, also what was taken back in it. */
async function rowsWritten(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ rows: number }>(sql`
    select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::int as rows
    from pg_stat_xact_user_tables where schemaname = 'public'`);
  return row?.rows ?? 0;
}

async function actionsOf(tx: Transaction): Promise<string[]> {
  const rows = await tx.execute<{ action: string }>(sql`
    select distinct action from audit_events where at = now()`);
  return rows.map(({ action }) => action);
}
