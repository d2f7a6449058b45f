import { exact } from "../../figure/exact.ts";
import { at, cellOf, targetOf } from "../evidence.ts";
import { type Finding, finding } from "../finding.ts";
import { sharedRun } from "../name.ts";
import type { HealthIndicator, HealthPlan } from "../plan.ts";
import { type PrintedFigure, plain, printedFigures, unitParts } from "../printed-figures.ts";
import { yearlyCells } from "../yearly-cells.ts";

/**
 * The target of the page against the roadmap's cell of the target year, or its last one: JNZ-3-2
 * prints 1,240人 and a roadmap that ends at 1,500人.
 */
export function targetAgainstRoadmap({ indicators }: HealthPlan): Finding[] {
  return indicators.flatMap((indicator) => {
    if (indicator.direction === "milestone") return lateMilestone(indicator);
    const { value, fy } = indicator.target;
    if (value === null || indicator.roadmap.length === 0) return [];
    const cells = yearlyCells(indicator);
    const last = cells.find((cell) => cell.fy === fy) ?? cells.at(-1);
    const due = fy ?? indicator.lastFy;
    const anyAgrees = indicator.roadmap.some((cell) => cell.value === value);
    if (!last || last.fy < due)
      return anyAgrees || indicator.roadmap.some((cell) => cell.undecided)
        ? []
        : [
            finding("target-roadmap.no_cell", "warning", [
              targetOf(indicator),
              ...indicator.roadmap.slice(-1).map((cell) => cellOf(indicator, cell)),
            ]),
          ];
    if (last.value.equals(exact(value))) return [];
    const evidence = [targetOf(indicator), cellOf(indicator, last.cell)];
    return [finding("target-roadmap.differs", "error", evidence)];
  });
}

/** A milestone due in one year that the roadmap reaches in a later one (ANS-3-1: 初年度, but R3). */
function lateMilestone(indicator: HealthIndicator): Finding[] {
  const { fy, text } = indicator.target;
  const due = indicator.roadmap.find((cell) => cell.fy !== null && cell.fy === fy);
  const later = indicator.roadmap.find(
    (cell) =>
      due &&
      cell.fy !== null &&
      cell.fy > Number(due.fy) &&
      cell.text !== due.text &&
      !plain(text).includes(plain(cell.text).replace(/[()]/g, "")),
  );
  if (!due || !later) return [];
  const evidence = [targetOf(indicator), cellOf(indicator, due), cellOf(indicator, later)];
  return [finding("target-roadmap.late_milestone", "warning", evidence)];
}

/**
 * The targets of a project against what the overview page prints: CKR-7-1 says 21件 there and
 * 12箇所 on its own page. A figure of the overview that no target of the project equals is one too
 * many; the target it means is the one whose name it resembles most.
 */
export function targetAgainstOverview(plan: HealthPlan): Finding[] {
  return plan.nodes.flatMap((node) => {
    if (node.overviewText === null) return [];
    const shown = plan.indicators.filter(
      (indicator) =>
        indicator.target.value !== null && indicator.places.some((p) => p.node === node.code),
    );
    if (shown.length === 0) return [];
    const inYears = shown.some((indicator) => unitParts(indicator.unit).counter === "年");
    const figures = printedFigures(node.overviewText, { years: inYears });
    const strays = figures.filter((figure) => !shown.some((i) => isTarget(figure, i)));
    const unsaid = shown.filter((i) => !figures.some((figure) => isTarget(figure, i)));
    return strays.map((figure) => {
      const meant = meantBy(figure, unsaid.length > 0 ? unsaid : shown);
      return finding("target-overview.differs", "error", [
        ...(meant ? [targetOf(meant)] : []),
        at(node, "overview", node.overviewText ?? ""),
      ]);
    });
  });
}

/** Whether a printed figure is the indicator's target, at full size: 1.2兆円 is 12,000 億円. */
export function isTarget(figure: PrintedFigure, { target, unit }: HealthIndicator): boolean {
  return (
    target.value !== null && figure.value.equals(exact(target.value).mul(unitParts(unit).scale))
  );
}

/** The indicator whose name a figure's label resembles most: 「林：」 means スマート林業…. */
export function meantBy<Named extends { name: string }>(
  figure: PrintedFigure,
  candidates: readonly Named[],
): Named | undefined {
  const scored = candidates.map((named) => ({ named, run: sharedRun(figure.label, named.name) }));
  return scored.sort((a, b) => b.run - a.run)[0]?.named;
}
