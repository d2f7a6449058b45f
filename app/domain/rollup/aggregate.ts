import { type Exact, sum } from "../figure/exact.ts";
import type { Aggregation } from "../indicator/definition.ts";
import { type Quality, qualityCarriesFigure } from "../observation/states.ts";

/** One organisation's accepted answer for a year. */
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
  isDemo: boolean;
};

export function isComplete(regional: Pick<Regional, "reported" | "expected">): boolean {
  return regional.expected > 0 && regional.reported === regional.expected;
}

/**
 * Aggregates accepted answers over an indicator's reporters (DOMAIN.md section 5). Answers of
 * others are left out. Nothing missing is ever taken for zero: without any figure there is none,
 * and with a missing reporter the result is a partial figure that says so.
 */
export function aggregate(
  aggregation: Aggregation,
  reporters: readonly string[],
  answers: readonly Answer[],
): Regional {
  const byReporter = new Map(answers.map((answer) => [answer.organisation, answer]));
  const given = reporters.flatMap((reporter) => byReporter.get(reporter) ?? []);
  const withQuality = (quality: Quality) =>
    given.filter((answer) => answer.quality === quality).map((answer) => answer.organisation);
  const notApplicable = withQuality("not_applicable");
  const answered = given.filter(
    (answer) => qualityCarriesFigure(answer.quality) && carries(answer, aggregation),
  );
  const single = aggregation === "single" && answered.length === 1 ? answered[0] : undefined;
  return {
    figure: combine(aggregation, answered),
    words: single?.words ?? null,
    reached: single?.reached ?? null,
    reported: answered.length,
    expected: reporters.length - notApplicable.length,
    missing: reporters.filter((reporter) => !byReporter.has(reporter)),
    provisional: answered.filter((a) => a.quality === "provisional").map((a) => a.organisation),
    underSurvey: withQuality("under_survey"),
    noData: withQuality("no_data"),
    notApplicable,
    isDemo: given.some((answer) => answer.isDemo),
  };
}

function carries(answer: Answer, aggregation: Aggregation): boolean {
  if (aggregation === "ratio") return answer.numerator !== null && answer.denominator !== null;
  return answer.value !== null || answer.words !== null;
}

function combine(aggregation: Aggregation, answered: readonly Answer[]): Exact | null {
  const present = (pick: (answer: Answer) => Exact | null) =>
    answered.map(pick).filter((value) => value !== null);
  switch (aggregation) {
    case "sum": {
      const values = present((answer) => answer.value);
      return values.length > 0 ? sum(values) : null;
    }
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
