import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { StartupError } from "#app/lib/startup-error.server.ts";
import { recomputeEvaluations } from "#app/services/evaluation/recompute.server.ts";
import type { Transaction } from "#db/client.server.ts";
import * as schema from "#db/schema/index.ts";
import { loadDemoAttachments } from "./load/attachments.ts";
import { loadDemoDiscussion } from "./load/discussion.ts";
import { loadDemoFigures } from "./load/figures.ts";
import { findPeople, loadDemoPeople } from "./load/people.ts";
import { loadOrganisations, loadPlan } from "./load/plan.ts";
import { loadDemoPractices } from "./load/practices.ts";
import { loadDemoProgress } from "./load/progress.ts";
import { freezeEditions, loadPublished } from "./load/published.ts";
import { loadDemoRound } from "./load/round.ts";
import { demoSignIns, type SignIn } from "./people.ts";
import { jewels } from "./plans/jewels/plan.ts";
import { kitakyushu } from "./plans/kitakyushu/plan.ts";
import { kurume } from "./plans/kurume/plan.ts";
import { mine } from "./plans/mine/plan.ts";

export type { SignIn } from "./people.ts";
export type SeedOptions = { ownerUrl: string; demo: boolean; log: (line: string) => void };

/** The plans that the product comes with, in the order in which they are listed. */
const plans = [jewels, kitakyushu, kurume, mine];

/** What of the made-up figures the demo's meetings have published: what the public reads and papers are made of. */
const demoEditions = [
  { fy: "R3", title: "第２期九州創生アクションプラン　令和3（2021）年度の実績（デモ）" },
  { fy: "R4", title: "第２期九州創生アクションプラン　令和4（2022）年度の実績（デモ）" },
] as const;

/** The advisory lock that keeps two loads apart; the number has no meaning. */
const LOCK = 7_302_114_802;

/**
 * Loads what the product comes with: the organisations and the plans and, for a demo, people and
 * figures. May run any number of times: what is there stays, definitions of a newer release are
 * brought up to date. All or nothing. Throws StartupError when demo and real data would mix.
 */
export async function seed({ ownerUrl, demo, log }: SeedOptions): Promise<{ signIns: SignIn[] }> {
  const client = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "portal-seed" },
  });
  try {
    const database = drizzle(client, { schema, casing: "snake_case" });
    await database.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
      await load(tx, demo, log);
    });
    return { signIns: demo ? [...demoSignIns] : [] };
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function load(tx: Transaction, demo: boolean, log: (line: string) => void): Promise<void> {
  await refuseToMix(tx, demo);
  await loadOrganisations(tx);
  if (demo) await loadDemoPeople(tx);
  for (const [index, plan] of plans.entries()) {
    const { indicatorIds, written } = await loadPlan(tx, plan, index + 1);
    if (written > 0) log(`計画「${plan.name}」を読み込みました。(plan loaded)`);
    let added = await loadPublished(tx, plan);
    if (demo && plan === jewels) {
      await loadDemoRound(tx, plan);
      await loadDemoProgress(tx, plan);
      await loadDemoAttachments(tx, plan);
      await loadDemoPractices(tx, plan);
      await loadDemoDiscussion(tx, plan);
      const figures = await loadDemoFigures(tx, plan);
      if (figures > 0) log("デモ用の利用者と実績値を読み込みました。(demo data loaded)");
      added += figures;
    }
    if (written > 0 || added > 0) await recomputeEvaluations(tx, { indicatorIds });
    const shown = demo && plan === jewels ? demoEditions : [];
    await freezeEditions(tx, plan, plan.published?.editions ?? shown);
  }
}

/** Demo figures among real ones, or the reverse, could never be told apart again by a reader. */
async function refuseToMix(tx: Transaction, demo: boolean): Promise<void> {
  const people = await findPeople(tx);
  if (!demo && people === "demo") {
    throw new StartupError(
      "このデータベースにはデモ用の利用者と実績値が入っています。本番では、別の DATA_DIR か DATABASE_URL を指定してください。データには触れていません。",
      "This database holds demo people and figures. Give a production start another DATA_DIR or DATABASE_URL. Nothing was changed.",
    );
  }
  if (demo && people === "others") {
    throw new StartupError(
      "このデータベースには実際の利用者が登録されています。デモには、別の DATA_DIR か DATABASE_URL を指定してください。データには触れていません。",
      "This database holds real people. Give a demo another DATA_DIR or DATABASE_URL. Nothing was changed.",
    );
  }
}
