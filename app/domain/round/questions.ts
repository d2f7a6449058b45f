import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { Frequency } from "../indicator/definition.ts";
import { type Period, periodsOf, type Reported } from "../indicator/period.ts";

/** What of an indicator decides who can be asked for what. */
export type AskedIndicator = Reported & {
  id: string;
  code: string;
  firstFy: FiscalYear;
  lastFy: FiscalYear;
  /** Slugs of those who report it. */
  reporters: readonly string[];
};

/** A figure that a round asks for. */
export type Question = { indicatorId: string; organisation: string; period: Period };

/** What the owner chose to ask: codes of indicators, slugs of organisations, parts of the year. */
export type RoundChoice = {
  indicators: readonly string[];
  organisations: readonly string[];
  /** By `partCode`. What is reported for the whole year is always asked for it. */
  parts: readonly string[];
};

/** Names a part of the year in forms: 「quarterly-3」. */
export function partCode(frequency: Frequency, period: Period): string {
  return `${frequency}-${period}`;
}

/** The indicators that can be asked for in a year: within their term, reported by somebody, surveyed. */
export function askableIn<Indicator extends AskedIndicator>(
  indicators: readonly Indicator[],
  fy: FiscalYear,
): Indicator[] {
  return indicators.filter(
    (each) =>
      fy >= each.firstFy &&
      fy <= each.lastFy &&
      each.reporters.length > 0 &&
      periodsOf(each, fy).length > 0,
  );
}

/** The parts of the year for which some of the indicators are reported, in the order of the year. */
export function partsAskable(
  indicators: readonly AskedIndicator[],
  fy: FiscalYear,
): { frequency: Frequency; period: Period }[] {
  const parts = new Map<string, { frequency: Frequency; period: Period }>();
  for (const { frequency, ...indicator } of askableIn(indicators, fy))
    for (const period of periodsOf({ frequency, ...indicator }, fy))
      if (period > 0) parts.set(partCode(frequency, period), { frequency, period });
  return [...parts.values()].sort(
    (a, b) => a.frequency.localeCompare(b.frequency) || a.period - b.period,
  );
}

/** Every figure that a choice asks for in a year: chosen KPIs, of their reporters that are chosen. */
export function questionsOf(
  indicators: readonly AskedIndicator[],
  fy: FiscalYear,
  choice: RoundChoice,
): Question[] {
  return askableIn(indicators, fy)
    .filter(({ code }) => choice.indicators.includes(code))
    .flatMap((indicator) =>
      periodsOf(indicator, fy)
        .filter(
          (period) => period === 0 || choice.parts.includes(partCode(indicator.frequency, period)),
        )
        .flatMap((period) =>
          indicator.reporters
            .filter((organisation) => choice.organisations.includes(organisation))
            .map((organisation) => ({ indicatorId: indicator.id, organisation, period })),
        ),
    );
}
