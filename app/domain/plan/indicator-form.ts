import { z } from "zod";
import type { Decimal } from "../figure/exact.ts";
import { parseFigure } from "../figure/parse.ts";
import { type FiscalYear, parseFiscalYear } from "../fiscal-year/fiscal-year.ts";
import {
  aggregations,
  directions,
  seriesKinds,
  type TimeAggregation,
  targetBounds,
  valueKinds,
} from "../indicator/definition.ts";
import type { PlanContent, PlanContentIndicator } from "./content.ts";
import type { IndicatorInput } from "./indicator-fields.ts";
import { placesFrom } from "./places-text.ts";
import { isTaken } from "./project-form.ts";
import { readCells, roadmapYears } from "./roadmap-form.ts";

export type ReadIndicator =
  | { ok: true; indicator: PlanContentIndicator }
  | { ok: false; errors: Record<string, string> };

const text = (longest: number) =>
  z
    .string()
    .default("")
    .transform((typed) => typed.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().max(longest, "plan.too_long"));
const fields = z.object({
  code: text(20),
  home: text(40),
  name: text(200),
  unit: text(20),
  baselineText: text(200),
  baselineAsOf: text(60),
  targetText: text(200),
  targetDue: text(60),
  source: text(400),
  aggregationNote: text(400),
  closedReason: text(1000),
  reposts: text(400),
  series: z.enum(seriesKinds, "plan.choose"),
  direction: z.enum(directions, "plan.choose"),
  valueKind: z.enum(valueKinds, "plan.choose"),
  aggregation: z.enum(aggregations, "plan.choose"),
});

/**
 * An indicator from its form: `before` as it stands, null for a new one. What the form does not ask
 * for (parts, periods, surveys) stays. Errors are message keys by field.
 */
export function readIndicatorForm(
  input: IndicatorInput,
  given: {
    content: PlanContent;
    before: PlanContentIndicator | null;
    /** Slugs of those who may be asked, in order. */
    organisations: readonly string[];
    years: { firstFy: FiscalYear; lastFy: FiscalYear };
    newId: () => string;
  },
): ReadIndicator {
  const { content, before, organisations, years } = given;
  const parsed = fields.safeParse(input);
  const errors: Record<string, string> = {};
  if (!parsed.success) {
    for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= issue.message;
    return { ok: false, errors };
  }
  const typed = parsed.data;
  const figure = (field: string): Decimal | null => {
    const read = parseFigure(input[field] ?? "", typed.unit);
    if (read.ok) return read.value;
    if (read.reason !== "empty") errors[field] ??= `figure.${read.reason}`;
    return null;
  };
  const year = (field: string, message: string, asked: boolean): FiscalYear | null => {
    const fy = parseFiscalYear(input[field] ?? "");
    const isIn = fy !== null && years.firstFy <= fy && fy <= years.lastFy;
    const isLeftOut = !asked && (input[field] ?? "").trim() === "";
    if (!isIn && !isLeftOut) errors[field] ??= message;
    return fy;
  };
  if (typed.name === "") errors.name ??= "plan.name";
  if (typed.targetText === "") errors.targetText ??= "plan.target_text";
  if (!before) {
    if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/.test(typed.code)) errors.code ??= "plan.code";
    else if (isTaken(content, typed.code)) errors.code ??= "plan.code_taken";
  }
  const home = content.nodes.find((node) => node.code === typed.home);
  if (!home || home.kind === "strategy" || home.repostOf !== null) errors.home ??= "plan.home";
  const firstFy = year("firstFy", "plan.first_fy", true);
  const lastFy = year("lastFy", "plan.last_fy", true);
  if (firstFy !== null && lastFy !== null && firstFy > lastFy) errors.lastFy ??= "plan.last_fy";
  const targetFy = year("targetFy", "plan.target_fy", false);
  const baselineValue = figure("baselineValue");
  const targetValue = figure("targetValue");
  const reporters = organisations.filter((slug) => input[`reporter.${slug}`] === "on");
  const derived = before !== null && before.derivation !== null;
  if (reporters.length === 0 && !derived) errors.reporters ??= "plan.reporters";
  if (typed.aggregation === "single" && reporters.length > 1)
    errors.aggregation ??= "plan.single_reporter";
  const cells = readCells(
    input,
    roadmapYears(firstFy, lastFy, before?.roadmap ?? []),
    before?.roadmap ?? [],
    { unit: typed.unit, direction: typed.direction },
  );
  Object.assign(errors, cells.errors, errors);
  const closed = input.closed === "on";
  if (closed && typed.closedReason === "") errors.closedReason ??= "plan.closed_reason";
  const places = placesFrom(typed, before, content);
  if (!places.ok) errors.reposts ??= "plan.reposts";
  if (Object.keys(errors).length > 0 || !places.ok || firstFy === null || lastFy === null)
    return { ok: false, errors };
  return {
    ok: true,
    indicator: {
      ...(before ?? blank(typed.code, given.newId())),
      home: typed.home,
      name: typed.name,
      unit: typed.unit,
      series: typed.series,
      direction: typed.direction,
      valueKind: typed.valueKind,
      aggregation: typed.aggregation,
      aggregationNote: typed.aggregationNote,
      timeAggregation: before?.timeAggregation ?? overTime[typed.series],
      baselineValue,
      baselineText: typed.baselineText || null,
      baselineAsOf: typed.baselineAsOf || null,
      targetValue,
      targetText: typed.targetText,
      targetDue: typed.targetDue || null,
      targetFy,
      targetBound: targetBounds.find((bound) => bound === input.targetBound) ?? null,
      firstFy,
      lastFy,
      source: typed.source || null,
      reporters: derived ? before.reporters : reporters,
      roadmap: cells.cells,
      shownOn: places.places,
      closedReason: closed ? typed.closedReason : null,
    },
  };
}

/** Single years add up over the parts of a year; a state, and what adds up already, is the last one. */
const overTime: Record<(typeof seriesKinds)[number], TimeAggregation> = {
  annual: "sum",
  cumulative: "last",
  stock: "last",
};

function blank(code: string, id: string) {
  return {
    id,
    code,
    derivation: null,
    frequency: "yearly" as const,
    surveyInterval: null,
    surveyFy: null,
    targetFromFy: null,
    rateMethod: null,
    places: null,
    roadmapCumulative: false,
    feed: null,
    continues: null,
    parts: [],
  };
}
