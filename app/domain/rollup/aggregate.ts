import { type Exact, sum, whole } from "../figure/exact.ts";
import type { Aggregation } from "../indicator/definition.ts";
import { type Quality, qualityCarriesFigure } from "../observation/states.ts";
import type { NoFigureReason } from "../rubric/rubric.ts";

/** One organisation's accepted answer. */
export type Answer = {
  organisation: string;
  quality: Quality;
  value: Exact | null;
  numerator: Exact | null;
  denominator: Exact | null;
  words: string | null;
  reached: boolean | null;
  isDemo: boolean;
};

/** What the reporters' answers come to, and how complete that is. Lists are in the reporters' order. */
export type Regional = {
  figure: Exact | null;
  words: string | null;
  reached: boolean | null;
  reported: number;
  /** Reporters who are not 対象外. */
  expected: number;
  missing: string[];
  provisional: string[];
  underSurvey: string[];
  noData: string[];
  notApplicable: string[];
  /** Why there is nothing, where nobody's answer is outstanding. */
  noFigure: NoFigureReason | null;
  isDemo: boolean;
};

export function isComplete(regional: Pick<Regional, "reported" | "expected">): boolean {
  return regional.expected > 0 && regional.reported === regional.expected;
}

/** The result of a year without the survey: nobody is asked, and nothing is missing. */
export const notSurveyed: Regional = {
  figure: null,
  words: null,
  reached: null,
  reported: 0,
  expected: 0,
  missing: [],
  provisional: [],
  underSurvey: [],
  noData: [],
  notApplicable: [],
  noFigure: "no_survey",
  isDemo: false,
};

/**
 * Aggregates accepted answers over an indicator's reporters (DOMAIN.md section 5). Answers of
 * others are left out. Nothing missing is ever taken for zero: without any figure there is none,
 * and with a missing reporter, or one that reported only part of the year, the result is a partial
 * figure that says so.
 */
export function aggregate(
  aggregation: Aggregation,
  reporters: readonly string[],
  answers: readonly (Answer & { partial?: boolean })[],
): Regional {
  const byReporter = new Map(answers.map((answer) => [answer.organisation, answer]));
  const given = reporters
    .map((reporter) => byReporter.get(reporter))
    .filter((answer) => answer !== undefined);
  const withQuality = (quality: Quality) =>
    given.filter((answer) => answer.quality === quality).map((answer) => answer.organisation);
  const notApplicable = withQuality("not_applicable");
  const answered = given.filter(
    (answer) => qualityCarriesFigure(answer.quality) && carries(answer, aggregation),
  );
  const single = aggregation === "single" && answered.length === 1 ? answered[0] : undefined;
  const missing = reporters.filter((reporter) => {
    const answer = byReporter.get(reporter);
    return answer === undefined || answer.partial === true;
  });
  return {
    figure: combine(aggregation, answered),
    words: single?.words ?? null,
    reached: single?.reached ?? null,
    reported: answered.filter((answer) => !answer.partial).length,
    expected: reporters.length - notApplicable.length,
    missing,
    provisional: withQuality("provisional"),
    underSurvey: withQuality("under_survey"),
    noData: withQuality("no_data"),
    notApplicable,
    noFigure: missing.length > 0 || answered.length > 0 ? null : whyNothing(given),
    isDemo: given.some((answer) => answer.isDemo),
  };
}

/** What may still come stands before what will not. */
const byHope = ["provisional", "under_survey", "no_data", "not_applicable"] as const;

function whyNothing(given: readonly Answer[]): NoFigureReason | null {
  return byHope.find((quality) => given.some((answer) => answer.quality === quality)) ?? null;
}

function carries(answer: Answer, aggregation: Aggregation): boolean {
  switch (aggregation) {
    case "ratio":
      return answer.numerator !== null && answer.denominator !== null;
    case "weighted_mean":
      return answer.value !== null && answer.denominator !== null;
    case "count_reached":
      return answer.reached !== null;
    default:
      return answer.value !== null || answer.words !== null;
  }
}

function combine(aggregation: Aggregation, answered: readonly Answer[]): Exact | null {
  const present = (pick: (answer: Answer) => Exact | null) =>
    answered.map(pick).filter((value) => value !== null);
  const values = present((answer) => answer.value);
  const [first] = values;
  switch (aggregation) {
    case "sum":
      return first ? sum(values) : null;
    case "mean":
      return first ? sum(values).div(whole(values.length)) : null;
    case "min":
      return first ? values.reduce((a, b) => (b.compare(a) < 0 ? b : a), first) : null;
    case "max":
      return first ? values.reduce((a, b) => (b.compare(a) > 0 ? b : a), first) : null;
    case "weighted_mean": {
      const weights = sum(present((answer) => answer.denominator));
      const weighted = present((a) => a.value && a.denominator && a.value.mul(a.denominator));
      return weights.compare(0) > 0 ? sum(weighted).div(weights) : null;
    }
    case "count_reached":
      return answered.length > 0 ? whole(answered.filter((a) => a.reached).length) : null;
    case "ratio": {
      // In per cent, as rates are printed.
      const denominator = sum(present((answer) => answer.denominator));
      const numerator = sum(present((answer) => answer.numerator));
      return denominator.compare(0) > 0 ? numerator.div(denominator).mul(100n) : null;
    }
    case "single":
      // Two answers to a question that is asked once contradict each other; neither is the region's.
      return answered.length === 1 ? (answered[0]?.value ?? null) : null;
  }
}
