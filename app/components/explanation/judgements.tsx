import { EvaluatedMark } from "#app/components/evaluation/evaluated-mark.tsx";
import { MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import type { Assessment } from "#app/domain/evaluation/assessment.ts";
import type { EvaluationView } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { t } from "#app/i18n/t.ts";

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
    <Section
      title={t`人による判断`}
      lead={t`算出された評価とは別に、理由を付けて記録されたものです。`}
    >
      <DefinitionList
        items={[
          ...(set
            ? [
                {
                  term: t`算出された評価`,
                  description: (
                    <EvaluatedMark
                      evaluation={{ mark: evaluation.computedMark, unjudged: evaluation.unjudged }}
                      marks={rubric.marks}
                    />
                  ),
                },
                {
                  term: t`設定された評価`,
                  description: (
                    <>
                      <EvaluatedMark
                        evaluation={{ mark: set.value, unjudged: null }}
                        marks={rubric.marks}
                      />
                      {set.value === evaluation.computedMark &&
                        t`　算出された評価と一致しています。`}
                    </>
                  ),
                },
                { term: t`その理由`, description: set.reason, wide: true },
              ]
            : []),
          ...(outlook
            ? [
                {
                  term: t`達成見込み`,
                  description: step ? <MarkBadge mark={step} /> : outlook.value,
                },
                { term: t`見込みの理由`, description: outlook.reason, wide: true },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
