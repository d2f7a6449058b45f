import { Section } from "#app/components/layout/section.tsx";
import type { EvaluationSheet } from "#app/domain/sheet/evaluation-sheet.ts";
import { CountTable } from "./count-table.tsx";
import { MeasureTable } from "./measure-table.tsx";
import { Narrative } from "./narrative.tsx";

/** 北九州市: how many measures have each grade, then the measures with their KPIs. */
export function MeasuresSheet({ sheet, editable }: { sheet: EvaluationSheet; editable: boolean }) {
  const given = { sheet, editable };
  const { project } = sheet.plan.levelNames;
  return (
    <>
      <Narrative {...given} part="overview" />
      {sheet.figures && (
        <Section title="評価別の件数" className="sheet-section">
          <CountTable sheet={sheet} unit={project} marksName="評価" />
        </Section>
      )}
      <Section title={`${project}の評価`} className="sheet-section">
        <MeasureTable sheet={sheet} />
      </Section>
      <Narrative {...given} part="efforts" />
      <Narrative {...given} part="evaluation" />
      <Narrative {...given} part="issues" />
      <Narrative {...given} part="next_steps" />
    </>
  );
}
