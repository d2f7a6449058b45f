import { asc, eq, inArray } from "drizzle-orm";
import { toDecimal } from "#app/domain/figure/exact.ts";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { type Computed, computer } from "#app/domain/rollup/compute.ts";
import type { Transaction } from "#db/client.server.ts";
import { indicatorReporters, organisations } from "#db/schema/index.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { readAnswers, readDefinitions } from "../evaluation/inputs.server.ts";
import {
  type IndicatorCodes,
  type IndicatorReading,
  indicatorReading,
} from "./read-indicator.server.ts";

/** A part of a derived indicator in a year, as it went in. */
export type ExplainedPart = { code: string; name: string; fy: FiscalYear; computed: Computed };

/** How a figure and its mark came about: evaluated once more, with everything on the way kept. */
export type Trace = {
  computed: Computed;
  parts: ExplainedPart[];
  /** Short names by slug of those who report it or its parts, in the order of tables. */
  names: Record<string, string>;
};

/**
 * One indicator and year with the way from the accepted answers to the mark. Computed by the rubric
 * in force, or by the one of the published edition for people who are not members. `trace` is null
 * where there are no figures for the reader. Throws `not_found`; null as in `readIndicator`.
 */
export function explainIndicator(
  context: ServiceContext,
  codes: IndicatorCodes,
  fy: FiscalYear | null,
  unless?: string,
) {
  return transaction(context, async (tx) => {
    const reading = await indicatorReading(tx, context, codes, fy, unless);
    if (reading === null) return null;
    const trace = reading.figures && reading.evaluation ? await traceOf(tx, reading) : null;
    // An edition stays as it was published; what the definition says today may lead elsewhere.
    const outdated = trace !== null && reading.edition !== null && !agrees(trace, reading);
    return { ...reading, trace: outdated ? null : trace, outdated };
  });
}

export type ExplanationReading = NonNullable<Awaited<ReturnType<typeof explainIndicator>>>;

/** Whether the steps come to the mark and the rate that were published. */
function agrees({ computed }: Trace, { evaluation }: IndicatorReading): boolean {
  const { mark, rate } = computed.evaluation;
  return (
    mark === evaluation?.computedMark && (rate && toDecimal(rate)) === (evaluation?.rate ?? null)
  );
}

async function traceOf(
  tx: Transaction,
  { indicator, plan, fy }: IndicatorReading,
): Promise<Trace | null> {
  const { definitions } = await readDefinitions(tx, [indicator.id]);
  const judged = definitions.map((definition) => ({ ...definition, rubric: plan.rubric }));
  const own = judged.find((definition) => definition.id === indicator.id);
  if (!own) return null;
  const ids = judged.map((definition) => definition.id);
  const computed = computer(judged, await readAnswers(tx, ids));
  const running = own.derivation === "running_total_of" || own.derivation === "running_mean_of";
  const years = running ? yearRange(own.firstFy, fy) : [fy];
  return {
    computed: computed(own, fy),
    names: await reporterNames(tx, ids),
    parts: years.flatMap((year) =>
      own.parts.flatMap((id) => {
        const part = judged.find((definition) => definition.id === id);
        if (!part) return [];
        return [{ code: part.code, name: part.name, fy: year, computed: computed(part, year) }];
      }),
    ),
  };
}

async function reporterNames(tx: Transaction, indicatorIds: string[]) {
  const rows = await tx
    .selectDistinctOn([organisations.position], {
      slug: organisations.slug,
      shortName: organisations.shortName,
    })
    .from(indicatorReporters)
    .innerJoin(organisations, eq(organisations.id, indicatorReporters.organisationId))
    .where(inArray(indicatorReporters.indicatorId, indicatorIds))
    .orderBy(asc(organisations.position));
  return Object.fromEntries(rows.map(({ slug, shortName }) => [slug, shortName]));
}
