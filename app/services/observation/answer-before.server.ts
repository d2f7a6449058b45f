import { sql } from "drizzle-orm";
import type { AnswerContent } from "#app/domain/observation/answer.ts";

export type AnswerBefore = Pick<
  AnswerContent,
  "quality" | "value" | "numerator" | "denominator" | "words" | "note"
> & { fy: number; period: number; isDemo: boolean };

/**
 * An organisation's accepted answer before one of a statement: of a year's own figures that of the same
 * part of an earlier year, of those that run on the one for the part before.
 */
export function answerBefore(answer: {
  indicatorId: unknown;
  series: unknown;
  organisationId: unknown;
  fy: unknown;
  period: unknown;
}) {
  const { indicatorId, series, organisationId, fy, period } = answer;
  return sql<AnswerBefore | null>`(
    select json_build_object('fy', p.fy, 'period', p.period, 'quality', p.quality,
      'value', trim_scale(p.value)::text, 'numerator', trim_scale(p.numerator)::text,
      'denominator', trim_scale(p.denominator)::text, 'words', p.words, 'note', p.note,
      'isDemo', p.is_demo)
    from observation_versions p
    where p.indicator_id = ${indicatorId} and p.state = 'accepted'
      and p.organisation_id = ${organisationId} and p.fy <= ${fy}
      and case ${series} when 'annual'
        then p.fy < ${fy} and p.period = ${period}
        else (p.fy, p.period) < (${fy}, ${period}) end
    order by p.fy desc, p.period desc, p.version desc limit 1)`;
}
