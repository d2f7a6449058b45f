import { toDecimal } from "#app/domain/figure/exact.ts";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { type Computed, computer } from "#app/domain/rollup/compute.ts";
import type { Transaction } from "#db/client.server.ts";
import { type ServiceContext, transaction } from "../context.server.ts";
import { evaluated, readAnswers } from "../evaluation/inputs.server.ts";
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

async function traceOf(tx: Transaction, reading: IndicatorReading): Promise<Trace | null> {
  const { indicator, plan, fy, definition } = reading;
  // The edition's rubric where one is read.
  const judged = evaluated({ ...definition, plan }, new Set([indicator.id]));
  const own = judged.find(({ id }) => id === indicator.id);
  if (!own) return null;
  const computed = computer(
    judged,
    await readAnswers(
      tx,
      judged.map(({ id }) => id),
    ),
  );
  const running = own.derivation === "running_total_of" || own.derivation === "running_mean_of";
  const years = running ? yearRange(own.firstFy, fy) : [fy];
  return {
    computed: computed(own, fy),
    names: reporterNames(judged, definition.organisationNames),
    parts: years.flatMap((year) =>
      own.parts.flatMap((id) => {
        const part = judged.find((definition) => definition.id === id);
        if (!part) return [];
        return [{ code: part.code, name: part.name, fy: year, computed: computed(part, year) }];
      }),
    ),
  };
}

function reporterNames(
  judged: readonly { reporters: readonly string[] }[],
  names: Record<string, string>,
): Record<string, string> {
  const asked = new Set(judged.flatMap(({ reporters }) => reporters));
  return Object.fromEntries(Object.entries(names).filter(([slug]) => asked.has(slug)));
}
