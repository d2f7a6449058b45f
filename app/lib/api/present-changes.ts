import type { z } from "zod";
import type { AnswerContent } from "#app/domain/rollup/changes-reasons.ts";
import type {
  ChangedIndicator,
  ComparedTime,
  TimesReading,
} from "#app/services/rollup/compare-times.server.ts";
import type * as schemas from "./changes-schema.ts";
import { presentResult } from "./present.ts";

type Changes = z.infer<typeof schemas.changes>;

/** What changed between two times as the API gives it; null where there is nothing to compare. */
export function presentChanges({ plan, fy, from, to, comparison }: TimesReading): Changes | null {
  if (!comparison || !from || !to) return null;
  const { total, goals, groups } = comparison;
  return {
    plan: plan.code,
    fy,
    from: time(from),
    to: time(to),
    counts: [{ node: null, ...total }, ...goals].map(({ node, before, after }) => ({
      goal: node?.code ?? null,
      before: before?.counts ?? {},
      after: after?.counts ?? {},
    })),
    changes: groups.flatMap(({ goal, indicators }) =>
      indicators.map((change) => ({ goal: goal?.code ?? null, ...changed(change) })),
    ),
    projects: groups.flatMap(({ goal, projects }) =>
      projects.map(({ node, kind, before, after }) => ({
        goal: goal?.code ?? null,
        code: node.code,
        name: node.name,
        kind,
        before,
        after,
      })),
    ),
  };
}

function time({ text, edition }: ComparedTime) {
  return { time: text, edition: edition?.edition ?? null };
}

function changed({ indicator, kind, before, after, why }: ChangedIndicator) {
  return {
    code: indicator.code,
    name: indicator.name,
    kind,
    before: before && presentResult(indicator, before, null),
    after: after && presentResult(indicator, after, null),
    answers: why.answers.map((each) => ({
      organisation: each.organisation,
      period: each.period,
      of: each.part?.code ?? null,
      before: each.before && answer(each.before),
      after: answer(each),
      note: each.note,
      acceptedAt: each.acceptedAt.toISOString(),
      acceptedBy: each.acceptedIn,
    })),
    judgements: why.judgements.map(({ before: was, after: is, reason }) => ({
      before: was,
      after: is,
      reason,
    })),
    redefined: why.definition.length > 0,
  };
}

function answer({ value, numerator, denominator, words, quality }: AnswerContent) {
  return { value, numerator, denominator, words, quality };
}
