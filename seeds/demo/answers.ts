import type { Series } from "#app/domain/indicator/definition.ts";
import type { AnswerContent } from "#app/domain/observation/answer.ts";
import type { PlacedIndicator } from "#seeds/load/placed-indicators.ts";
import type { OrganisationSlug } from "#seeds/organisations.ts";
import { apportion, fromUnits, places, toUnits } from "./apportion.ts";
import { evenly, type Path, paths } from "./paths.ts";
import { between } from "./random.ts";

/** The last year with demo figures: the one that organisations are being asked for. */
export const demoLastFy = 2023;

export type YearAnswer = { fy: number; organisation: OrganisationSlug; answer: AnswerContent };

const nothing: AnswerContent = {
  quality: "final",
  value: null,
  numerator: null,
  denominator: null,
  words: null,
  reached: null,
  note: "",
};

/** What each reporter of an indicator would answer if all answered: parts of the region's path. */
export function demoAnswers(indicator: PlacedIndicator): YearAnswer[] {
  const years = demoYears(indicator);
  const path = paths[indicator.data.code];
  if (years.length === 0 || indicator.reporters.length === 0) return [];
  if (!path) throw new RangeError(`No demo path for ${indicator.data.code}`);
  const byYear = answersByYear(indicator, path, years);
  return years.flatMap((fy, index) =>
    indicator.reporters.map((organisation, reporter) => {
      const answer = byYear[index]?.[reporter];
      if (!answer) throw new RangeError(`${indicator.data.code} has no demo figure for ${fy}`);
      return { fy, organisation, answer: { ...nothing, ...answer } };
    }),
  );
}

function demoYears({ firstFy, lastFy }: PlacedIndicator): number[] {
  const count = Math.min(lastFy, demoLastFy) - firstFy + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, index) => firstFy + index);
}

type Part = Partial<AnswerContent>;

/** How much an organisation's share moves from year to year. Single events fall anywhere. */
function driftOf(series: Series, weights: object): number {
  if (weights === evenly) return 0.9;
  return series === "stock" ? 0.02 : 0.12;
}

/** Per year, per reporter. */
function answersByYear(indicator: PlacedIndicator, path: Path, years: readonly number[]): Part[][] {
  switch (path.kind) {
    case "milestones":
      return path.steps.map((step) => [step]);
    case "counts":
      return path.counts.map((count) => [count]);
    case "figures":
      return indicator.reporters.length === 1
        ? path.values.map((value) => [value === null ? noSurvey : { value }])
        : shareFigures(indicator, path, years);
    case "fractions":
      return shareFractions(indicator, path, years);
  }
}

const noSurvey: Part = {
  quality: "no_data",
  note: "当年度は調査が実施されていないため、該当する値はない。",
};

const notConcerned: Part = {
  quality: "not_applicable",
  note: "県内に対象となる取組がないため、対象外とする。",
};

function shareFigures(
  indicator: PlacedIndicator,
  path: Path & { kind: "figures" },
  years: readonly number[],
): Part[][] {
  const { series } = indicator.data;
  const values = path.values.map((value) => value ?? "0");
  const digits = Math.max(...values.map(places));
  const running = indicator.reporters.map(() => 0);
  let before = 0;
  return years.map((fy, index) => {
    const total = toUnits(values[index] ?? "0", digits);
    const shares = weightsOf(indicator, path, fy, driftOf(series, path.weights)).map(
      // What each prefecture is to have one of goes first to those that have none yet.
      (share, reporter) =>
        path.weights === evenly ? share / (1 + 9 * (running[reporter] ?? 0)) : share,
    );
    // A running total never falls: the year's increase is shared out, not the total.
    const parts = apportion(series === "cumulative" ? total - before : total, shares);
    before = total;
    return parts.map((part, reporter) => {
      if (shares[reporter] === 0) return notConcerned;
      const sum = (running[reporter] ?? 0) + part;
      running[reporter] = sum;
      return { value: fromUnits(series === "cumulative" ? sum : part, digits) };
    });
  });
}

function shareFractions(
  indicator: PlacedIndicator,
  path: Path & { kind: "fractions" },
  years: readonly number[],
): Part[][] {
  return years.map((fy, index) => {
    const rate = path.rates[index] ?? 0;
    const total = path.denominators[index] ?? 0;
    const denominators = apportion(total, weightsOf(indicator, path, fy, 0.015));
    const expected = denominators.map((denominator, reporter) => {
      const key = [indicator.data.code, indicator.reporters[reporter] ?? ""];
      const away = between(-path.spread, path.spread, ...key);
      const drift = between(-path.spread / 8, path.spread / 8, ...key, fy);
      return denominator * (rate + away + drift);
    });
    const numerators = apportion(Math.round((total * rate) / 100), expected);
    return denominators.map((denominator, reporter) => ({
      numerator: String(numerators[reporter] ?? 0),
      denominator: String(denominator),
    }));
  });
}

/**
 * The reporters' shares in a year. What differs between organisations is keyed by the project, so
 * that its figures fit each other; `drift` is how much a share moves from year to year.
 */
function weightsOf(
  indicator: PlacedIndicator,
  path: Path & { kind: "figures" | "fractions" },
  fy: number,
  drift: number,
): number[] {
  const key = indicator.project?.code ?? indicator.goal.code;
  return indicator.reporters.map((slug) => {
    const weight = path.weights[slug] ?? 0;
    if (path.kind === "fractions" && path.steady) return weight;
    return (
      weight *
      between(0.72, 1.38, key, slug) *
      between(1 - drift, 1 + drift, indicator.data.code, slug, fy)
    );
  });
}
