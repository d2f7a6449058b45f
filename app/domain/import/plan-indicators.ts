import { formatFigure } from "../figure/format.ts";
import { parseFigure } from "../figure/parse.ts";
import { fiscalYearShort, parseFiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { PlanContent, PlanContentIndicator } from "../plan/content.ts";
import { readIndicatorForm } from "../plan/indicator-form.ts";
import type { NodesGiven } from "./plan-nodes.ts";
import { indicatorSheet, targetSheet } from "./plan-sheets.ts";
import { brokenCells, type PlanRecord, type Records, type Refusal, refusal } from "./plan-table.ts";
import {
  aggregationWords,
  boundWords,
  directionWords,
  frequencyWords,
  meaningOf,
  seriesWords,
  valueKindWords,
  type Words,
} from "./plan-words.ts";

const vocabularies: Readonly<Record<string, Words<string>>> = {
  series: seriesWords,
  direction: directionWords,
  valueKind: valueKindWords,
  aggregation: aggregationWords,
  targetBound: boundWords,
  frequency: frequencyWords,
};

type Refuse = (field: string, reason: string) => void;

/**
 * The indicators from the sheets 「指標」 and 「目標値」, by the same rules as in the form of a revision.
 * What can be said from the rest goes without saying: years, who reports, how a target is printed.
 */
export function readIndicators(
  definitions: Records,
  targets: Records,
  nodes: PlanContent["nodes"],
  given: NodesGiven,
): { indicators: PlanContentIndicator[]; refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  const refuseTarget = (record: PlanRecord, field: string, reason: string) =>
    refusals.push(refusal(targetSheet, targets.head, record, field, reason));
  const known = new Set(definitions.records.map(({ values }) => values.code));
  const cells = new Map<string, PlanRecord>();
  for (const record of targets.records) {
    const code = record.values.indicator ?? "";
    if (!known.has(code)) refuseTarget(record, "indicator", "plan_import.indicator");
    else if (cells.has(code)) refuseTarget(record, "indicator", "plan_import.twice");
    cells.set(code, record);
  }

  const indicators: PlanContentIndicator[] = [];
  const seen = new Set<string>();
  for (const record of definitions.records) {
    const { code = "" } = record.values;
    const cell = cells.get(code);
    const said = new Set<string>();
    const refuse: Refuse = (field, reason) => {
      // A word that is none of the list is a choice that was not made as well.
      if (said.has(field)) return;
      said.add(field);
      if (field.startsWith("cell.") && cell) refuseTarget(cell, field, reason);
      else refusals.push(refusal(indicatorSheet, definitions.head, record, field, reason));
    };
    const gaps = brokenCells(indicatorSheet, definitions.head, record);
    refusals.push(...gaps);
    if (seen.has(code.toLowerCase())) refuse("code", "plan_import.twice");
    else if (gaps.length === 0) {
      const before = given.before?.indicators.find((one) => one.code === code) ?? null;
      const input = inputOf(record, cell, given, refuse);
      const read = readIndicatorForm(input, {
        content: { nodes, indicators },
        before,
        organisations: given.naming.all,
        years: given.years,
        newId: given.newId,
      });
      if (!read.ok)
        for (const [field, reason] of Object.entries(read.errors)) refuse(field, reason);
      else indicators.push({ ...read.indicator, ...reportingOf(record, refuse) });
    }
    seen.add(code.toLowerCase());
  }
  return { indicators, refusals };
}

/** The row as the form of an indicator would send it. */
function inputOf(
  { values }: PlanRecord,
  cell: PlanRecord | undefined,
  { naming, years }: NodesGiven,
  refuse: Refuse,
): Record<string, string> {
  const input: Record<string, string> = { ...values, closed: "" };
  for (const [field, words] of Object.entries(vocabularies)) {
    const typed = values[field] ?? "";
    const value = meaningOf(words, typed);
    if (typed !== "" && value === null) refuse(field, "plan_import.word");
    input[field] = value ?? "";
  }
  input.aggregation ||= "single";
  input.firstFy ||= fiscalYearShort(years.firstFy);
  input.lastFy ||= fiscalYearShort(years.lastFy);
  input.targetFy ||= input.lastFy;
  const unit = values.unit ?? "";
  input.baselineText ||= printed(values.baselineValue ?? "", unit);
  const year = parseFiscalYear(input.targetFy);
  const target = printed(values.targetValue ?? "", unit);
  input.targetText ||=
    target && `${target}（${year === null ? input.targetFy : fiscalYearShort(year)}）`;
  for (const slug of reportersOf(values.reporters ?? "", naming, refuse))
    input[`reporter.${slug}`] = "on";
  for (const [field, text] of Object.entries(cell?.values ?? {}))
    if (field.startsWith("cell.")) input[field] = text;
  return input;
}

/** 「1,450件」 of a figure as it was typed; nothing where it cannot be read, which is said elsewhere. */
function printed(typed: string, unit: string): string {
  const read = parseFigure(typed, unit);
  return read.ok ? `${formatFigure(read.value)}${unit}` : "";
}

function reportersOf(typed: string, naming: NodesGiven["naming"], refuse: Refuse): string[] {
  if (typed === "") return [naming.owner];
  return typed.split(/[、，,\n]+/u).flatMap((name) => {
    if (name.trim() === "") return [];
    const slug = naming.slugOf(name);
    if (slug === null) refuse("reporters", `plan_import.organisation_named ${name.trim()}`);
    return slug ?? [];
  });
}

/** How often it is reported, which the form of a revision does not ask for. */
function reportingOf({ values }: PlanRecord, refuse: Refuse) {
  const frequency = meaningOf(frequencyWords, values.frequency ?? "") ?? "yearly";
  if (frequency !== "every_n_years") return { frequency, surveyInterval: null, surveyFy: null };
  const surveyFy = parseFiscalYear(values.surveyFy ?? "");
  const interval = /^[2-9]$|^10$/.test((values.surveyInterval ?? "").normalize("NFKC"))
    ? Number((values.surveyInterval ?? "").normalize("NFKC"))
    : null;
  if (surveyFy === null) refuse("surveyFy", "plan_import.year");
  if (interval === null) refuse("surveyInterval", "plan_import.interval");
  return { frequency, surveyInterval: interval, surveyFy };
}
