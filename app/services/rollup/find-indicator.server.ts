import { goalAbove } from "#app/domain/plan/goal-above.ts";
import { versionForYear } from "#app/domain/plan/revision.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  type Definition,
  type PlanReadingState,
  readPlanState,
  readVersion,
} from "../plan/read-definition.server.ts";
import { ServiceError } from "../service-error.ts";
import { defaultYear } from "./read.server.ts";

/**
 * The indicator of a code, its own or that of a place that shows it, in the version of the plan that
 * a year is graded by; in the one in force where that year's does not have it yet. The year is the
 * plan's default within the indicator's term unless one is given. Throws `not_found`.
 */
export async function findIndicator(
  tx: Transaction,
  codes: { plan: string; indicator: string },
  fy: number | null,
) {
  const state = await readPlanState(tx, codes.plan);
  const { plan } = state;
  const newest = plan.versions.at(-1);
  if (!newest) throw new ServiceError("not_found");
  const inForce = await readVersion(tx, state, newest);
  const known = indicatorOf(inForce, codes.indicator);
  if (!known) throw new ServiceError("not_found");
  const year = fy ?? Math.min(Math.max(defaultYear(plan, new Date()), known.firstFy), known.lastFy);
  if (year < plan.firstFy || year > plan.lastFy) throw new ServiceError("not_found");
  const definition = await versionOfYear(tx, state, year);
  const graded = definition.indicators.find(({ id }) => id === known.id);
  /** The years that it has in either of them: a revision may continue it. */
  const term = {
    firstFy: Math.min(known.firstFy, graded?.firstFy ?? known.firstFy),
    lastFy: Math.max(known.lastFy, graded?.lastFy ?? known.lastFy),
  };
  return graded
    ? { definition, indicator: graded, term, fy: year }
    : { definition: inForce, indicator: known, term, fy: year };
}

function versionOfYear(tx: Transaction, state: PlanReadingState, fy: number) {
  const version = versionForYear(state.plan.versions, fy);
  if (!version) throw new ServiceError("not_found");
  return readVersion(tx, state, version);
}

function indicatorOf({ indicators, attachments }: Definition, code: string) {
  const shown = attachments.find((place) => place.code === code)?.indicatorId;
  return indicators.find((one) => one.code === code) ?? indicators.find(({ id }) => id === shown);
}

/** Every place that shows an indicator, with the goal above it; its own places first. */
export function placesOf({ nodes, attachments }: Definition, indicatorId: string) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return attachments
    .filter((place) => place.indicatorId === indicatorId)
    .flatMap((place) => {
      const node = byId.get(place.nodeId);
      const goal = goalAbove(node, ({ parentId }) => byId.get(parentId ?? ""));
      return node && goal ? [{ ...place, node, goal: { code: goal.code, name: goal.name } }] : [];
    })
    .sort((a, b) => Number(a.isRepost) - Number(b.isRepost) || (a.code < b.code ? -1 : 1));
}

/** Indicators that this one is computed from (`parts`), and those computed from it. */
export function relatedOf(
  { indicators }: Definition,
  indicator: { id: string; parts: readonly string[] },
) {
  const named = ({ code, name }: { code: string; name: string }) => ({ code, name });
  return {
    parts: indicators.filter(({ id }) => indicator.parts.includes(id)).map(named),
    usedBy: indicators.filter(({ parts }) => parts.includes(indicator.id)).map(named),
  };
}
