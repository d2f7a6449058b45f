import { EvaluatedMark } from "#app/components/evaluation/evaluated-mark.tsx";
import { MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import type { Assessment } from "#app/domain/evaluation/assessment.ts";
import type { EvaluationView } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";

/** What people have set beside what is computed, with their reasons; nothing where nobody has. */
export function Judgements({
  evaluation,
  assessments,
  rubric,
}: {
  evaluation: Pick<EvaluationView, "mark" | "computedMark" | "unjudged">;
  assessments: readonly Assessment[];
  rubric: Rubric;
}) {
  const set = assessments.find((assessment) => assessment.kind === "mark");
  const outlook = assessments.find((assessment) => assessment.kind === "outlook");
  const step = rubric.outlook.find((candidate) => candidate.symbol === outlook?.value);
  if (!set && !outlook) return null;
  return (
    <Section title="人による判断" lead="算出された評価とは別に、理由を付けて記録されたものです。">
      <DefinitionList
        items={[
          ...(set
            ? [
                {
                  term: "算出された評価",
                  description: (
                    <EvaluatedMark
                      evaluation={{ mark: evaluation.computedMark, unjudged: evaluation.unjudged }}
                      marks={rubric.marks}
                    />
                  ),
                },
                {
                  term: "設定された評価",
                  description: (
                    <>
                      <EvaluatedMark
                        evaluation={{ mark: set.value, unjudged: null }}
                        marks={rubric.marks}
                      />
                      {set.value === evaluation.computedMark &&
                        "　算出された評価と一致しています。"}
                    </>
                  ),
                },
                { term: "その理由", description: set.reason, wide: true },
              ]
            : []),
          ...(outlook
            ? [
                {
                  term: "達成見込み",
                  description: step ? <MarkBadge mark={step} /> : outlook.value,
                },
                { term: "見込みの理由", description: outlook.reason, wide: true },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
