import { exact, sum, toDecimal } from "../../figure/exact.ts";
import { formatFigure } from "../../figure/format.ts";
import { fiscalYearShort } from "../../fiscal-year/fiscal-year.ts";
import { at, cellOf, of, targetOf } from "../evidence.ts";
import { type Finding, finding, together } from "../finding.ts";
import type { HealthIndicator, HealthPlan } from "../plan.ts";
import { printedFigures, unitParts } from "../printed-figures.ts";
import { printedCells, yearlyCells } from "../yearly-cells.ts";

/**
 * An outcome that is computed from KPIs whose cells, or whose targets as the overview prints them,
 * add up to something else (スマート農林水産業: 5,300 + 135 + 178 are not 5,639), and steps printed
 * beside a running total that do not lead from one cell to the next.
 */
export function roadmapSum(plan: HealthPlan): Finding[] {
  const byCode = new Map(plan.indicators.map((indicator) => [indicator.code, indicator]));
  return plan.indicators.flatMap((indicator) => {
    const parts = indicator.parts.flatMap((code) => byCode.get(code) ?? []);
    return [
      ...wrongSteps(indicator),
      ...(indicator.derivation === "sum_of" ? wrongSums(indicator, parts) : []),
      ...(indicator.derivation === "sum_of" ? wrongOverview(plan, indicator, parts) : []),
      ...(indicator.derivation === "running_total_of" ? wrongTotals(indicator, parts) : []),
    ];
  });
}

function wrongSums(indicator: HealthIndicator, parts: readonly HealthIndicator[]): Finding[] {
  return printedCells(indicator).flatMap(({ fy, value, cell }) => {
    const addends = parts.map((part) => printedCells(part).find((other) => other.fy === fy));
    if (addends.some((addend) => addend === undefined)) return [];
    const given = addends.flatMap((addend) => addend ?? []);
    const total = sum(given.map((addend) => addend.value));
    if (total.equals(value)) return [];
    return [
      finding("roadmap-sum.parts", "error", [
        cellOf(indicator, cell),
        ...parts.map((part, index) => cellOf(part, given[index]?.cell ?? cell)),
        of(indicator, "sum", `${fiscalYearShort(fy)}：${formatFigure(toDecimal(total))}`),
      ]),
    ];
  });
}

function wrongTotals(indicator: HealthIndicator, parts: readonly HealthIndicator[]): Finding[] {
  const years = parts.flatMap(yearlyCells);
  return printedCells(indicator).flatMap(({ fy, value, cell }) => {
    const before = years.filter((year) => year.fy <= fy && year.fy >= indicator.firstFy);
    if (before.length !== (fy - indicator.firstFy + 1) * parts.length) return [];
    const total = sum(before.map((year) => year.value));
    const evidence = [
      cellOf(indicator, cell),
      of(indicator, "sum", `${fiscalYearShort(fy)}：${formatFigure(toDecimal(total))}`),
    ];
    return total.equals(value) ? [] : [finding("roadmap-sum.parts", "error", evidence)];
  });
}

function wrongOverview(
  plan: HealthPlan,
  indicator: HealthIndicator,
  parts: readonly HealthIndicator[],
): Finding[] {
  const { value } = indicator.target;
  const homes = [...new Set(parts.map((part) => part.home))];
  const home = plan.nodes.find((node) => homes.length === 1 && node.code === homes[0]);
  if (value === null || !home?.overviewText) return [];
  const figures = printedFigures(home.overviewText).map((figure) => figure.value);
  if (figures.length !== parts.length) return [];
  const total = sum(figures).div(unitParts(indicator.unit).scale);
  if (total.equals(exact(value))) return [];
  const addition = figures.map((figure) => formatFigure(toDecimal(figure))).join(" ＋ ");
  return [
    finding("roadmap-sum.overview", "error", [
      targetOf(indicator),
      of(indicator, "sum", `${addition} ＝ ${formatFigure(toDecimal(total))}`),
      at(home, "overview", home.overviewText),
    ]),
  ];
}

function wrongSteps(indicator: HealthIndicator): Finding[] {
  const cells = printedCells(indicator);
  const wrong = cells.flatMap(({ fy, value, cell }, index) => {
    const before = cells[index - 1];
    if (cell.increment === null || before?.fy !== fy - 1) return [];
    return value.sub(before.value).equals(exact(cell.increment)) ? [] : [before.cell, cell];
  });
  const evidence = [...new Set(wrong)].map((cell) => cellOf(indicator, cell));
  return together("roadmap-sum.steps", "error", evidence);
}
