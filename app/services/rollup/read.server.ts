import type { AssessmentKind } from "#app/domain/evaluation/assessment.ts";
import { fiscalYearOf } from "#app/domain/fiscal-year/fiscal-year.ts";
import { summarise } from "#app/domain/rollup/tree.ts";
import { can } from "#app/policy/can.ts";
import type { Transaction } from "#db/client.server.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { readDefinition } from "../plan/read-definition.server.ts";
import type { Edition } from "../plan/state-columns.server.ts";
import { ServiceError } from "../service-error.ts";
import { type Figures, readFigures } from "./figures.server.ts";
import { stepBack } from "./step-back.server.ts";

/**
 * The roll-up of a plan for one fiscal year: the definition, each indicator's evaluation and each
 * node's summary. The one source of every page, export and API answer that shows them. It reads one
 * row per indicator, however many observations there are. Members read the figures as they stand,
 * everybody else the published edition; where there is none, figures are left out (`evaluations`
 * empty, `figures` false). The definition of an adopted plan is public. With the context's `asOf` all
 * of it is what was there then.
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
  const now = new Date();
  await stepBack(tx, context, planCode, fy);
  const definition = await readDefinition(tx, planCode, (plan) => fy ?? defaultYear(plan, now));
  const { plan } = definition;
  const year = fy ?? defaultYear(plan, now);
  if (year < plan.firstFy || year > plan.lastFy) throw new ServiceError("not_found");
  return {
    ...definition,
    fy: year,
    ...sourceOf(context, plan, year),
    version: versionOf(plan, year),
  };
}

/** What the figures of a year are read from, by who reads them and from when. */
export function sourceOf(
  context: ServiceContext,
  { editions }: { editions: readonly Edition[] },
  fy: number,
) {
  const member = can(context.actor, "rollup.read");
  const published = !member || context.asOf?.kind === "edition";
  const edition = editions.find((e) => e.fy === fy) ?? null;
  return {
    figures: !published || edition !== null,
    /** The published edition that is read in place of today's figures. */
    edition: published ? edition : null,
    /** Figures of an earlier moment, which are kept nowhere and computed again. */
    past: !published && context.asOf !== undefined,
  };
}

type State = Awaited<ReturnType<typeof readState>>;

/**
 * Completes a state to the roll-up, for verbs that read more in the same transaction; `years` are the
 * evaluations of all years of the indicators `yearsOf`, for members.
 */
export async function rollUp(tx: Transaction, state: State, yearsOf: readonly string[] = []) {
  const figures = await readFigures(tx, state, yearsOf);
  const { rubric, evaluations, assessments, years } = figures;
  return {
    ...state,
    plan: { ...state.plan, rubric },
    evaluations,
    assessments,
    years,
    ...sumUp(state, figures),
  };
}

/** The summaries of a plan's nodes from the figures of a year, whichever rubric they were made by. */
export function sumUp(
  { nodes, attachments, fy, figures }: Pick<State, "nodes" | "attachments" | "fy" | "figures">,
  { rubric, evaluations, assessments }: Omit<Figures, "years">,
) {
  const valuesOf = (kind: AssessmentKind, subject: "nodeId" | "indicatorId") =>
    new Map(
      assessments.flatMap((a) => {
        const id = a[subject];
        return a.kind === kind && id !== null ? [[id, a.value] as const] : [];
      }),
    );
  const outlooks = valuesOf("outlook", "indicatorId");
  const printed = nodes.flatMap((node) => {
    const found = figures ? node.printed.find((counts) => counts.fy === fy) : undefined;
    return found ? [[node.id, found] as const] : [];
  });
  return {
    outlooks,
    ...summarise({
      nodes,
      attachments,
      evaluations,
      rubric,
      setMarks: valuesOf("mark", "nodeId"),
      outlooks,
      printed: new Map(printed),
      links: new Map(nodes.map((node) => [node.id, node.links])),
    }),
  };
}

/** Tells one state of a plan's figures in a year from another, and one edition from the next. */
export function versionOf(
  plan: {
    definitionVersion: string;
    figuresVersion: number | null;
    editions: readonly Pick<Edition, "fy" | "edition">[];
  },
  fy: number,
): string {
  const editions = plan.editions.map((each) => `${each.fy}-${each.edition}`);
  return [plan.definitionVersion, plan.figuresVersion ?? 0, fy, ...editions].join(" ");
}

/** The year asked for, or else the last published or the last ended one, within the plan's years. */
export function defaultYear(
  plan: {
    askedFy: number | null;
    editions: readonly Edition[];
    firstFy: number;
    lastFy: number;
  },
  now: Date,
): number {
  const ended = Math.max(plan.firstFy, Math.min(plan.lastFy, fiscalYearOf(now) - 1));
  return plan.askedFy ?? plan.editions.at(-1)?.fy ?? ended;
}

export type Rollup = Awaited<ReturnType<typeof rollUp>>;
