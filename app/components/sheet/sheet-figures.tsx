import { Section } from "#app/components/layout/section.tsx";
import type { EvaluationSheet } from "#app/domain/sheet/evaluation-sheet.ts";
import { CountTable } from "./count-table.tsx";
import { TargetTable } from "./target-table.tsx";

/** The figures that a text of a sheet is about, in short; nothing where it has none. */
export function SheetFigures({ sheet }: { sheet: EvaluationSheet }) {
  const table = shortTable(sheet);
  return table && <Section title="現在の数値">{table}</Section>;
}

function shortTable(sheet: EvaluationSheet) {
  if (!sheet.figures) return null;
  if (sheet.layout === "numeric_targets" && sheet.outcomes.length > 0)
    return <TargetTable sheet={sheet} />;
  if (sheet.counts.total.total === 0) return null;
  const unit = sheet.rubric.countBy === "project" ? sheet.plan.levelNames.project : "KPI";
  return <CountTable sheet={sheet} unit={unit} marksName="評価" />;
}
