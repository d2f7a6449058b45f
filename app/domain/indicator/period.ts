import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { Frequency } from "./definition.ts";

/** What an answer is for: 0 is the whole year, otherwise the half, quarter or month, from April as 1. */
export type Period = number;

/** The part of the calendar that decides when an indicator is reported. */
export type Reported = {
  frequency: Frequency;
  surveyInterval: number | null;
  surveyFy: FiscalYear | null;
};

const partsOfYear: Record<Frequency, number> = {
  yearly: 1,
  every_n_years: 1,
  half_yearly: 2,
  quarterly: 4,
  monthly: 12,
};

/**
 * The periods that are reported for a year: the whole year, its parts in order, or none in a year
 * without the survey.
 */
export function periodsOf(indicator: Reported, fy: FiscalYear): Period[] {
  if (!isSurveyed(indicator, fy)) return [];
  const parts = partsOfYear[indicator.frequency];
  return parts === 1 ? [0] : Array.from({ length: parts }, (_, index) => index + 1);
}

/** Whether the survey behind an indicator is made in a year; every other kind is, every year. */
export function isSurveyed({ surveyInterval, surveyFy }: Reported, fy: FiscalYear): boolean {
  if (surveyInterval === null || surveyFy === null) return true;
  return (fy - surveyFy) % surveyInterval === 0;
}

/** The first survey in or after a year; null for an indicator without one. */
export function nextSurvey(indicator: Reported, from: FiscalYear): FiscalYear | null {
  const { surveyInterval, surveyFy } = indicator;
  if (surveyInterval === null || surveyFy === null) return null;
  const since = (((from - surveyFy) % surveyInterval) + surveyInterval) % surveyInterval;
  return since === 0 ? from : from + surveyInterval - since;
}
