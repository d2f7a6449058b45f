import { type Exact, sum, whole } from "../figure/exact.ts";
import { groupBy } from "../group-by.ts";
import type { TimeAggregation } from "../indicator/definition.ts";
import type { Period } from "../indicator/period.ts";
import { qualityCarriesFigure } from "../observation/states.ts";
import type { Answer } from "./aggregate.ts";

/** An answer for the year as a whole; `partial` where some of its periods are outstanding. */
export type YearlyAnswer = Answer & { partial?: boolean };

/** The answers of a year, one for each organisation. */
export function yearlyAnswers(
  answers: readonly (Answer & { period: Period })[],
  periods: readonly Period[],
  over: TimeAggregation,
): readonly YearlyAnswer[] {
  if (periods.length <= 1) return answers;
  const byOrganisation = groupBy(answers, (answer) => answer.organisation);
  return [...byOrganisation.values()].flatMap((own) => ofYear(own, periods, over) ?? []);
}

/**
 * What an organisation's answers for the periods of a year come to for the year: added up, the last
 * one, or their mean. Null where it gave none. A rate keeps numerator and denominator: both are
 * added up, also for the mean, so that a month with more cases weighs more.
 */
export function ofYear(
  answers: readonly (Answer & { period: Period })[],
  periods: readonly Period[],
  over: TimeAggregation,
): YearlyAnswer | null {
  const given = periods.flatMap((period) => answers.find((a) => a.period === period) ?? []);
  const last = given.at(-1);
  if (!last) return null;
  const carrying = given.filter((answer) => qualityCarriesFigure(answer.quality));
  const newest = carrying.at(-1);
  // 対象外 asks for nothing; any other gap is one, also where it was reported as 実績なし.
  const applicable = periods.filter(
    (period) => !given.some((a) => a.period === period && a.quality === "not_applicable"),
  );
  const due = over === "last" ? applicable.slice(-1) : applicable;
  const partial = due.some((period) => !carrying.some((answer) => answer.period === period));
  // Without any figure the year is what its last period says, once every period has been answered.
  if (!newest) return { ...last, partial: given.length < periods.length };
  const open = given.some((a) => a.quality === "provisional" || a.quality === "under_survey");
  const year = {
    ...newest,
    quality: open ? ("provisional" as const) : ("final" as const),
    isDemo: given.some((answer) => answer.isDemo),
    partial,
  };
  if (over === "last") return year;
  return {
    ...year,
    value: combined(carrying, (answer) => answer.value, over),
    numerator: combined(carrying, (answer) => answer.numerator, "sum"),
    denominator: combined(carrying, (answer) => answer.denominator, "sum"),
  };
}

function combined(
  answers: readonly Answer[],
  pick: (answer: Answer) => Exact | null,
  over: "sum" | "mean",
): Exact | null {
  const values = answers.map(pick).filter((value) => value !== null);
  if (values.length === 0) return null;
  return over === "sum" ? sum(values) : sum(values).div(whole(values.length));
}
