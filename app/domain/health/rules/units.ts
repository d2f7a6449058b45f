import { exact } from "../../figure/exact.ts";
import { actualOf, at, baselineOf, cellOf, of, targetOf } from "../evidence.ts";
import { type Evidence, type Finding, finding, together } from "../finding.ts";
import type { HealthIndicator, HealthPlan } from "../plan.ts";
import { plain, printedFigures, unitParts } from "../printed-figures.ts";

/** Units that say the same and are written in several ways. */
const spellings = [
  ["人", "名"],
  ["社", "企業"],
  ["か所", "箇所", "ヶ所", "カ所", "ヵ所"],
  ["t", "トン"],
];

/**
 * A figure printed with another unit than its indicator's: 「３，８００件（累計）」 in the roadmap of a
 * number of people, 21件 in the overview for 箇所. One finding an indicator; spellings that vary from
 * indicator to indicator are told together.
 */
export function unitVariants(plan: HealthPlan): Finding[] {
  const found = plan.indicators.flatMap((indicator) => {
    const texts = [...ownTexts(indicator), ...overviewTexts(plan, indicator)];
    const odd = texts.filter(({ text, value }) => hasOtherUnit(text, value, indicator));
    if (odd.length === 0) return [];
    const unit = of(indicator, "unit", indicator.unit);
    return [finding("unit-variant.text", "warning", [unit, ...odd.map((one) => one.evidence)])];
  });
  return [...found, ...variedSpellings(plan)];
}

type Quoted = { text: string; value: string | null; evidence: Evidence };

function ownTexts(indicator: HealthIndicator): Quoted[] {
  const { target, baseline, roadmap, actuals } = indicator;
  return [
    { text: target.text, value: target.value, evidence: targetOf(indicator) },
    { text: baseline.text ?? "", value: baseline.value, evidence: baselineOf(indicator) },
    ...roadmap.map((cell) => ({ ...cell, evidence: cellOf(indicator, cell) })),
    ...actuals.map(({ text, ...actual }) => ({
      text: text ?? "",
      value: actual.value,
      evidence: actualOf(indicator, { text, ...actual }),
    })),
  ];
}

function overviewTexts(plan: HealthPlan, indicator: HealthIndicator): Quoted[] {
  const { value } = indicator.target;
  return plan.nodes.flatMap((node) => {
    const shown = indicator.places.some((place) => place.node === node.code && !node.repostOf);
    const text = node.overviewText;
    return shown && text !== null ? [{ text, value, evidence: at(node, "overview", text) }] : [];
  });
}

/** Whether a text prints a figure with a counter that is not the indicator's. */
export function hasOtherUnit(
  text: string,
  value: string | null,
  { unit }: Pick<HealthIndicator, "unit">,
): boolean {
  const { scale, counter } = unitParts(unit);
  if (value === null || counter === null) return false;
  const size = exact(value).mul(scale);
  const same = printedFigures(text, { years: counter === "年" }).filter(
    (figure) => figure.counter !== null && figure.value.equals(size),
  );
  return same.length > 0 && same.every((figure) => !sameCounter(figure.counter, unit, counter));
}

/** か所 and 箇所 are one counter; 「人・件」 holds two. */
function sameCounter(printed: string | null, unit: string, counter: string): boolean {
  const places = spellings[2] ?? [];
  if (printed === null || printed === counter) return true;
  if (places.includes(printed) && places.includes(counter)) return true;
  return plain(unit).split("・").includes(printed);
}

/** What most indicators write is taken for usual, with one of them as an example; the others are named. */
function variedSpellings({ indicators }: HealthPlan): Finding[] {
  return spellings.flatMap((spelling) => {
    const writing = (word: string) =>
      indicators.filter((indicator) => unitParts(indicator.unit).counter === word);
    const [usual = [], ...odd] = spelling.map(writing).sort((a, b) => b.length - a.length);
    if (odd.flat().length === 0) return [];
    const example = usual.find(({ unit }) => spelling.includes(unit)) ?? usual[0];
    const quoted = [...(example ? [example] : []), ...odd.flat()];
    const evidence = quoted.map((indicator) => of(indicator, "unit", indicator.unit));
    return together("unit-variant.spelling", "notice", evidence);
  });
}

/** 「人・件」: one figure for two kinds of things. */
export function isMixed(unit: string): boolean {
  return /[・、]/u.test(unit);
}
