import { sql } from "drizzle-orm";
import { indicators } from "#db/schema/index.ts";

/**
 * The periods for which an indicator of a statement is reported in a year, as rows to join with:
 * domain/indicator/period says the same. None in a year without the survey.
 */
export function askedPeriods(fy: unknown) {
  return sql<{ period: number }>`lateral (
    select period from generate_series(
      case when ${indicators.frequency} in ('half_yearly', 'quarterly', 'monthly') then 1 else 0 end,
      case ${indicators.frequency}
        when 'half_yearly' then 2 when 'quarterly' then 4 when 'monthly' then 12 else 0 end) as period
    where ${indicators.surveyInterval} is null
      or (${fy} - ${indicators.surveyFy}) % ${indicators.surveyInterval} = 0) as asked`;
}
