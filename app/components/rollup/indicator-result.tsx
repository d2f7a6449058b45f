import { EvaluatedMark } from "#app/components/evaluation/evaluated-mark.tsx";
import { Figure } from "#app/components/evaluation/figure.tsx";
import { Stat, StatGroup } from "#app/components/ui/stat.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import type { Derivation, OrganisationKind, ValueKind } from "#app/domain/indicator/definition.ts";
import type { EvaluationView } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { formatRate } from "#app/i18n/figure.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { expectationSourceLabels, unjudgedSentences } from "#app/i18n/labels.ts";
import { inSentence } from "#app/i18n/list.ts";
import { rich, t } from "#app/i18n/t.ts";
import { isPartial } from "./indicator-table.tsx";
import { reportsUnit } from "./reports-unit.ts";

/** What an indicator came to in a year: actual, target, rate, mark, and how complete that is. */
export function IndicatorResult({
  indicator,
  evaluation,
  plan: { rubric, ownerKind },
  fy,
}: {
  indicator: {
    unit: string;
    valueKind: ValueKind;
    places: number | null;
    derivation: Derivation | null;
  };
  evaluation: EvaluationView | null;
  plan: { rubric: Rubric; ownerKind: OrganisationKind };
  fy: number;
}) {
  const joint = ownerKind === "council";
  if (!evaluation) return <p>{t`${fiscalYearShort(fy)}はこの指標の対象期間ではありません。`}</p>;
  return (
    <section aria-label={t`${fiscalYearShort(fy)}の実績と評価`}>
      <StatGroup>
        <Stat
          size="lg"
          label={joint ? t`${fiscalYearShort(fy)}実績（域内）` : t`${fiscalYearShort(fy)}実績`}
          figure={
            <Figure
              size={evaluation.actual === null && evaluation.actualText ? "words" : "xl"}
              value={displayFigure(evaluation.actual, indicator)}
              unit={indicator.unit}
              text={evaluation.actualText}
              partial={isPartial(evaluation)}
              provisional={evaluation.provisional.length > 0}
              demo={evaluation.isDemo}
            />
          }
        />
        <Stat
          size="lg"
          label={t`${fiscalYearShort(fy)}目標`}
          figure={
            <Figure
              size={evaluation.expected === null && evaluation.expectedText ? "words" : "xl"}
              value={displayFigure(evaluation.expected, indicator)}
              unit={indicator.unit}
              text={evaluation.expected === null ? evaluation.expectedText : null}
            />
          }
          sub={evaluation.expectedFrom && expectationSourceLabels[evaluation.expectedFrom]}
        />
        <Stat
          size="lg"
          label={t`達成率`}
          figure={formatRate(evaluation.rate, rubric.rateDisplay)}
        />
        <Stat
          size="lg"
          label={t`評価`}
          figure={<EvaluatedMark evaluation={evaluation} marks={rubric.marks} size="lg" />}
        />
        <Stat
          size="lg"
          label={t`報告済み`}
          figure={evaluation.reported}
          unit={t`／${evaluation.expectedReporters}${inSentence(reportsUnit(indicator))}`}
        />
      </StatGroup>
      {evaluation.computedMark !== evaluation.mark && (
        <p className="mt-3 flex flex-wrap items-center gap-x-2 text-solid-gray-700">
          {rich`評価基準から算出された評価は${(
            <EvaluatedMark
              evaluation={{ mark: evaluation.computedMark, unjudged: evaluation.unjudged }}
              marks={rubric.marks}
            />
          )}です。`}
        </p>
      )}
      {evaluation.unjudged && evaluation.computedMark === evaluation.mark && (
        <p className="mt-3 text-solid-gray-700">{unjudgedSentences[evaluation.unjudged]}</p>
      )}
    </section>
  );
}
