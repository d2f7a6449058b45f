import { type FiscalYear, parseFiscalYear } from "../fiscal-year/fiscal-year.ts";
import { type Period, periodsOf } from "../indicator/period.ts";
import type { AnswerContent } from "../observation/answer.ts";
import { answerSchema } from "../observation/answer-schema.ts";
import type { PlanContentIndicator } from "../plan/content.ts";
import type { Naming } from "./plan-organisations.ts";
import { figureSheet } from "./plan-sheets.ts";
import {
  brokenCells,
  type Head,
  headOf,
  isSheet,
  type PlanRecord,
  type Refusal,
  recordOf,
  refusal,
} from "./plan-table.ts";
import { meaningOf, qualityWords, reachedWords } from "./plan-words.ts";
import { plainWord, type TableRow } from "./table.ts";

/** A past figure as it was understood; `row` is where it stood. */
export type PlanFigure = AnswerContent & {
  row: number;
  indicator: string;
  organisation: string;
  fy: FiscalYear;
  period: Period;
};

export type FiguresGiven = {
  indicators: readonly PlanContentIndicator[];
  naming: Naming;
  /** Whether the plan's owner may bring in the figures of others. */
  ofOthers: boolean;
  /** The year that runs now: of later ones there is nothing to report yet. */
  thisFy: FiscalYear;
};

/** As many years before an indicator's own as past figures may reach back. */
const yearsBefore = 30;

/**
 * Reads the sheet 「実績」 row by row, by the same rules as in the form of a figure, so that a hundred
 * thousand rows never stand in memory together. Answers a figure, why there is none, or null for a
 * row that is not one of figures. What is missing stays missing: an empty cell is never 0.
 */
export function figureReader(
  given: FiguresGiven,
): (row: TableRow) => PlanFigure | Refusal[] | null {
  const indicators = new Map(
    given.indicators.map((indicator) => [
      plainWord(indicator.code),
      { indicator, schema: answerSchema(indicator, true) },
    ]),
  );
  const rowOf = new Map<string, number>();
  let head: Head | null = null;
  let sheet: string | null = null;

  return (row) => {
    if (!isSheet(row, figureSheet) || row.sheet !== (sheet ?? row.sheet)) return null;
    if (head === null) {
      const found = headOf(figureSheet, row.cells, () => null);
      if (found.has("indicator") && found.has("fy")) head = found;
      sheet = row.sheet;
      return null;
    }
    const record = recordOf(head, row);
    return record && readFigure(record, head);
  };

  function readFigure(record: PlanRecord, head: Head): PlanFigure | Refusal[] {
    const refuse = (field: string, reason: string) => [
      refusal(figureSheet, head, record, field, reason),
    ];
    const gaps = brokenCells(figureSheet, head, record);
    if (gaps.length > 0) return gaps;
    const { values } = record;
    const known = indicators.get(plainWord(values.indicator ?? ""));
    if (!known) return refuse("indicator", "plan_import.indicator");
    const { indicator, schema } = known;
    const organisation = organisationOf(values.organisation ?? "", given, indicator);
    if (typeof organisation !== "string") return refuse("organisation", organisation.refused);
    const fy = parseFiscalYear(values.fy ?? "");
    if (fy === null) return refuse("fy", "plan_import.year");
    if (fy < indicator.firstFy - yearsBefore || fy > indicator.lastFy)
      return refuse("fy", "plan_import.term");
    if (fy > given.thisFy) return refuse("fy", "plan_import.future");
    const period = periodOf(values.period ?? "", indicator);
    if (period === null || !periodsOf(indicator, fy).includes(period))
      return refuse("period", "plan_import.period");
    const quality =
      (values.quality ?? "") === "" ? "final" : meaningOf(qualityWords, values.quality ?? "");
    if (quality === null) return refuse("quality", "entry.quality");
    const reached =
      (values.reached ?? "") === "" ? "" : meaningOf(reachedWords, values.reached ?? "");
    if (reached === null) return refuse("reached", "entry.reached");
    const read = schema.safeParse({ ...values, quality, reached });
    if (!read.success)
      return read.error.issues.flatMap(({ path, message }) => refuse(String(path[0]), message));
    const key = [indicator.code, organisation, fy, period].join(" ");
    const before = rowOf.get(key);
    if (before !== undefined) return refuse("indicator", `plan_import.figure_twice ${before}`);
    rowOf.set(key, record.row);
    return { row: record.row, indicator: indicator.code, organisation, fy, period, ...read.data };
  }
}

function organisationOf(
  typed: string,
  { naming, ofOthers }: FiguresGiven,
  { reporters }: PlanContentIndicator,
): string | { refused: string } {
  const [only] = reporters;
  // Where one organisation reports, it need not be named.
  const implied = reporters.length === 1 && only !== undefined ? only : naming.owner;
  const slug = typed === "" ? implied : naming.slugOf(typed);
  if (slug === null) return { refused: "plan_import.organisation" };
  if (!reporters.includes(slug)) return { refused: "plan_import.reporter" };
  return ofOthers || slug === naming.owner ? slug : { refused: "plan_import.of_others" };
}

/** 「上半期」, 「第2四半期」, 「10月」, as pages write the parts of a year; nothing is the whole year. */
function periodOf(typed: string, { frequency }: PlanContentIndicator): Period | null {
  const word = plainWord(typed);
  if (word === "" || word === "年度" || word === "通年") return 0;
  if (frequency === "half_yearly") return ["上半期", "下半期"].indexOf(word) + 1 || null;
  if (frequency === "quarterly")
    return Number(/^(?:第([1-4])四半期|([1-4])q|q([1-4]))$/.exec(word)?.slice(1).join("")) || null;
  const month = Number(/^(1[0-2]|[1-9])月$/.exec(word)?.[1]);
  return frequency === "monthly" && month ? ((month + 8) % 12) + 1 : null;
}
