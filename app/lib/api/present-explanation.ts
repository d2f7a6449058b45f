import type { z } from "zod";
import { explanationSteps } from "#app/i18n/explanation.ts";
import { leftOut } from "#app/i18n/left-out.ts";
import { ruleSentence } from "#app/i18n/rubric-rules.ts";
import type { ExplanationReading } from "#app/services/rollup/explain-indicator.server.ts";
import { presentReporters, presentResult } from "./present.ts";
import type * as schemas from "./schemas.ts";

/** How one figure and its mark came about, as the API gives it: the words and numbers of the page. */
export function presentExplanation(
  reading: ExplanationReading,
): z.infer<typeof schemas.explanation> {
  const { indicator, evaluation, trace, plan, fy } = reading;
  const names = trace?.names ?? {};
  const judged = (kind: "mark" | "outlook") => {
    const found = reading.assessments.find((a) => a.kind === kind && a.fy === fy);
    return found ? { value: found.value, reason: found.reason } : null;
  };
  const rule = trace?.computed.evaluation.rule;
  return {
    code: indicator.code,
    name: indicator.name,
    unit: indicator.unit,
    fy,
    published: reading.figures,
    edition: reading.edition && { title: reading.edition.title, edition: reading.edition.edition },
    rubric: plan.rubric.name,
    result: evaluation && presentResult(indicator, evaluation, judged("outlook")?.value ?? null),
    steps: trace ? explanationSteps({ ...trace, indicator, rubric: plan.rubric, fy }) : [],
    expectedFrom: evaluation?.expectedFrom ?? null,
    rule: rule ? ruleSentence(rule) : null,
    override: judged("mark"),
    outlook: judged("outlook"),
    observations: presentReporters(reading.reporters),
    parts: (trace?.parts ?? []).map((part) => ({
      code: part.code,
      name: part.name,
      fy: part.fy,
    })),
    leftOut: evaluation ? leftOut(evaluation, names) : [],
  };
}
