import { and, eq } from "drizzle-orm";
import { fiscalYearOf } from "#app/domain/fiscal-year/fiscal-year.ts";
import { summarise } from "#app/domain/rollup/tree.ts";
import { can } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import { evaluations, indicators } from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { readDefinition } from "../plan/read-definition.server.ts";
import { ServiceError } from "../service-error.ts";

/**
 * The roll-up of a plan for one fiscal year: the definition, each indicator's evaluation and each
 * node's summary. The one source of every page, export and API answer that shows them. It reads one
 * row per indicator, however many observations there are. Figures are left out (`evaluations` empty,
 * `figures` false) for people who are not members; the definition of an adopted plan is public.
 * `fy` defaults to `defaultYear`. Throws `not_found` outside the plan's years.
 */
export function readRollup(context: ServiceContext, planCode: string, fy: number | null) {
  return transaction(context, async (tx) => rollUp(tx, await readState(tx, context, planCode, fy)));
}

/**
 * What a roll-up would be made of, before its figures are read: the definition, the year, and a
 * version that changes with the definition and with every acceptance, so that somebody who kept an
 * earlier result can tell whether it still holds.
 */
export async function readState(
  tx: Transaction,
  context: ServiceContext,
  planCode: string,
  fy: number | null,
) {
  const definition = await readDefinition(tx, planCode);
  const { plan } = definition;
  const year = fy ?? defaultYear(plan, new Date());
  if (year < plan.firstFy || year > plan.lastFy) throw new ServiceError("not_found");
  return {
    ...definition,
    fy: year,
    figures: can(context.actor, "rollup.read"),
    version: versionOf(plan, year),
  };
}

type State = Awaited<ReturnType<typeof readState>>;

/** Completes a state to the roll-up, for verbs that read more in the same transaction. */
export async function rollUp(tx: Transaction, state: State) {
  const { plan, nodes, attachments } = state;
  const rows = state.figures
    ? await tx
        .select({ evaluation: evaluations })
        .from(evaluations)
        .innerJoin(indicators, eq(indicators.id, evaluations.indicatorId))
        .where(and(eq(indicators.planId, plan.id), eq(evaluations.fy, state.fy)))
    : [];
  const byIndicator = new Map(rows.map(({ evaluation }) => [evaluation.indicatorId, evaluation]));
  return {
    ...state,
    evaluations: byIndicator,
    ...summarise(nodes, attachments, byIndicator, plan.rubric),
  };
}

/** Tells one state of a plan's figures in a year from another. */
export function versionOf(
  plan: { definitionVersion: string; figuresVersion: number | null },
  fy: number,
): string {
  return [plan.definitionVersion, plan.figuresVersion ?? 0, fy].join(" ");
}

/** The year asked for, or else the last one that has ended, within the plan's years. */
export function defaultYear(
  plan: { askedFy: number | null; firstFy: number; lastFy: number },
  now: Date,
): number {
  const ended = fiscalYearOf(now) - 1;
  return plan.askedFy ?? Math.max(plan.firstFy, Math.min(plan.lastFy, ended));
}

export type Rollup = Awaited<ReturnType<typeof rollUp>>;
