import { Section } from "#app/components/layout/section.tsx";
import type { EvaluationSheet } from "#app/domain/sheet/evaluation-sheet.ts";
import { CountTable } from "./count-table.tsx";
import { Narrative } from "./narrative.tsx";
import { TargetTable } from "./target-table.tsx";

/** 久留米市: 概要, 取組, 数値目標, 評価のポイント, KPI件数, 課題, 今後の展開. */
export function NumericTargetsSheet({
  sheet,
  editable,
}: {
  sheet: EvaluationSheet;
  editable: boolean;
}) {
  const given = { sheet, editable };
  return (
    <>
      <Narrative {...given} part="overview" />
      <Narrative {...given} part="efforts">
        {sheet.activities.length > 0 && (
          <div className="mt-4">
            <h3 className="text-std-16B-170">重点プロジェクト</h3>
            <ul className="mt-1 list-disc space-y-1 pl-6">
              {sheet.activities.map((activity) => (
                <li key={activity.name}>{activity.name}</li>
              ))}
            </ul>
          </div>
        )}
      </Narrative>
      {sheet.outcomes.length > 0 && (
        <Section title="数値目標" className="sheet-section">
          <TargetTable sheet={sheet} />
        </Section>
      )}
      <Narrative {...given} part="evaluation" />
      {sheet.figures && sheet.counts.total.total > 0 && (
        <Section title={`${sheet.plan.levelNames.policy}別のKPI件数`} className="sheet-section">
          <CountTable sheet={sheet} unit="KPI" marksName="進捗度" />
        </Section>
      )}
      <Narrative {...given} part="issues" />
      <Narrative {...given} part="next_steps" />
    </>
  );
}
