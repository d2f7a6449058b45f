import { type FiscalYear, yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { Aggregation } from "#app/domain/indicator/definition.ts";
import { compare } from "#app/domain/rollup/comparison.ts";
import { computer } from "#app/domain/rollup/compute.ts";
import type { Transaction } from "#db/client.server.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { evaluated, readAnswers } from "../evaluation/inputs.server.ts";
import {
  type IndicatorCodes,
  type IndicatorReading,
  indicatorReading,
} from "./read-indicator.server.ts";

/**
 * The organisations that report an indicator beside each other in a year, with where each came from
 * since the indicator began. `comparison` is null where the reader sees no figures, and for what is
 * computed from other indicators. Reads this one indicator's observations. Throws `not_found`; null as
 * in `readIndicator`.
 */
export function compareReporters(
  context: ServiceContext,
  codes: IndicatorCodes,
  fy: FiscalYear | null,
  unless?: string,
) {
  return transaction(context, async (tx) => {
    const reading = await indicatorReading(tx, context, codes, fy, unless);
    if (reading === null) return null;
    const { version, plan, fy: year, indicator, edition, figures, definition } = reading;
    const years = yearRange(Math.min(indicator.firstFy, year), year);
    const compared = figures && indicator.derivation === null;
    return {
      version,
      plan: { code: plan.code, name: plan.name, rubric: plan.rubric },
      fy: year,
      years,
      term: reading.term,
      edition,
      figures,
      indicator,
      names: definition.organisationNames,
      comparison: compared ? await comparisonOf(tx, reading, years) : null,
    };
  });
}

/**
 * How figures are aggregated that an organisation alone can be held against the region's target with: a
 * rate is to be reached by each, a sum by all together.
 */
const measuresEach: ReadonlySet<Aggregation> = new Set([
  "ratio",
  "mean",
  "weighted_mean",
  "min",
  "max",
]);

async function comparisonOf(
  tx: Transaction,
  { plan, definition, indicator }: IndicatorReading,
  years: readonly FiscalYear[],
) {
  const judged = evaluated({ ...definition, plan }, new Set([indicator.id]));
  const own = judged.find(({ id }) => id === indicator.id);
  if (!own) return null;
  const computed = computer(judged, await readAnswers(tx, [indicator.id]));
  const compared = compare(
    indicator.reporters,
    years.map((year) => computed(own, year).answers),
    {
      direction: indicator.direction,
      adds: indicator.aggregation === "sum",
      counts: indicator.valueKind === "count",
    },
  );
  const fy = years.at(-1);
  if (fy === undefined || !measuresEach.has(indicator.aggregation))
    return { ...compared, marks: null };
  return {
    ...compared,
    /** The mark of each alone against the region's target, by organisation. */
    marks: Object.fromEntries(
      indicator.reporters.map((organisation) => {
        const { mark } = computed({ ...own, reporters: [organisation] }, fy).evaluation;
        return [organisation, mark] as const;
      }),
    ),
  };
}
