import { eq, sql } from "drizzle-orm";
import { fiscalYearLabel } from "#app/domain/fiscal-year/fiscal-year.ts";
import { askedPeriods } from "#app/services/observation/asked-periods.server.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  indicatorReporters,
  indicators,
  plans,
  reportingRounds,
  roundQuestions,
  roundRecords,
} from "#db/schema/index.ts";
import { demoLastFy } from "#seeds/demo/answers.ts";
import type { PlanData } from "#seeds/plans/plan-data.ts";
import { seedId } from "#seeds/seed-id.ts";

/** Loads the round of the year that is being asked for; what became of it since stays. */
export async function loadDemoRound(tx: Transaction, plan: PlanData): Promise<void> {
  await loadOpenRound(tx, {
    id: seedId("round", plan.code, demoLastFy),
    plan: plan.code,
    number: 1,
    fy: demoLastFy,
    dueOn: "2026-11-30",
    instructions:
      "実績が確定していない場合は、集計中又は調査中を選び、備考に確定の見込みを記入してください。",
    openedAt: new Date("2026-10-01T09:00:00+09:00"),
  });
}

type OpenRound = {
  id: string;
  plan: string;
  number: number;
  fy: number;
  dueOn: string;
  instructions: string;
  openedAt: Date;
};

/** A round that is open and asks every organisation for everything it reports of a year. */
export async function loadOpenRound(tx: Transaction, given: OpenRound): Promise<void> {
  const { plan: code, ...round } = given;
  const [plan] = await tx.select().from(plans).where(eq(plans.code, code));
  if (!plan) throw new RangeError(`There is no plan ${code}`);
  const head = { version: 1, state: "open" as const };
  const [added] = await tx
    .insert(reportingRounds)
    .values({
      ...round,
      ...head,
      planId: plan.id,
      title: `${fiscalYearLabel(round.fy)}実績の照会`,
      createdAt: round.openedAt,
    })
    .onConflictDoNothing()
    .returning({ id: reportingRounds.id });
  if (!added) return;
  await tx.insert(roundRecords).values({
    ...head,
    id: seedId("round-record", added.id, 1),
    roundId: added.id,
    step: "open",
    dueOn: round.dueOn,
    authorOrganisationId: plan.ownerId,
    createdAt: round.openedAt,
  });
  await tx.insert(roundQuestions).select(
    tx
      .select({
        roundId: sql<string>`${added.id}::uuid`.as("round_id"),
        indicatorId: indicatorReporters.indicatorId,
        organisationId: indicatorReporters.organisationId,
        period: sql<number>`asked.period`.as("period"),
      })
      .from(indicatorReporters)
      .innerJoin(indicators, eq(indicators.id, indicatorReporters.indicatorId))
      .innerJoin(askedPeriods(sql`${round.fy}::int`), sql`true`)
      .where(
        sql`${indicators.planId} = ${plan.id}
          and ${round.fy}::int between ${indicators.firstFy} and ${indicators.lastFy}`,
      ),
  );
}
