import { exact, isDecimal, toDecimal, whole } from "../figure/exact.ts";
import { parseFigure } from "../figure/parse.ts";
import { valueKinds } from "../indicator/definition.ts";
import type { Rubric, Rule } from "./rubric.ts";
import { noFigureReasons } from "./vocabulary.ts";

/** The fields of the rubric's form: texts by name, as a browser sends them. */
export type Fields = Record<string, string>;

/** The lists of the form; the rows of each are named `marks.0.symbol`, `marks.1.symbol`, … */
export const lists = ["marks", "rules", "outlook"] as const;
export type List = (typeof lists)[number];

/** The field by which a row is known to be there. */
const leading: Record<List, string> = { marks: "symbol", rules: "test", outlook: "symbol" };

/** More than any list may have; what is sent beyond is not read. */
const mostRows = 100;

/** How many rows a list has. */
export function rowCount(fields: Fields, list: List): number {
  let count = 0;
  while (count < mostRows && fields[`${list}.${count}.${leading[list]}`] !== undefined) count += 1;
  return count;
}

/** A ticked box. */
const ticked = "on";

/**
 * A rubric as the fields of its form. A rule and 判定不能 refer to a mark by its row, so that a mark
 * can be renamed in one place; bounds of rates are written in per cent.
 */
export function toFields(rubric: Rubric): Fields {
  const { rate, rateDisplay } = rubric;
  const row = (symbol: string) => {
    const index = rubric.marks.findIndex((mark) => mark.symbol === symbol);
    return index < 0 ? "" : String(index);
  };
  return {
    name: rubric.name,
    expectation: rubric.expectation,
    withoutLine: rubric.withoutLine,
    "rate.default": rate.default,
    ...Object.fromEntries(valueKinds.map((kind) => [`rate.${kind}`, rate.byValueKind[kind] ?? ""])),
    ...rows("marks", rubric.marks, ({ byHand, counted, ...mark }) => ({
      ...mark,
      ...(byHand && { byHand: ticked }),
      ...(counted && { counted: ticked }),
    })),
    ...rows("rules", rubric.rules, (rule) => ({
      test: rule.test,
      mark: row(rule.mark),
      ...ruleFields(rule),
    })),
    notJudgeable: row(rubric.notJudgeable),
    incomplete: rubric.incomplete,
    combination: rubric.combination,
    countBy: rubric.countBy,
    ...rows("outlook", rubric.outlook, (step) => step),
    "rateDisplay.places": String(rateDisplay.places),
    "rateDisplay.rounding": rateDisplay.rounding,
  };
}

function rows<Row>(list: List, all: readonly Row[], fieldsOf: (row: Row) => Fields): Fields {
  return Object.fromEntries(
    all.flatMap((row, index) =>
      Object.entries(fieldsOf(row)).map(([name, value]) => [`${list}.${index}.${name}`, value]),
    ),
  );
}

// Each kind of test has fields of its own, so that a change of mind and back loses nothing typed.
function ruleFields(rule: Rule): Fields {
  switch (rule.test) {
    case "achievement_rate":
      return { "rate.is": rule.is, "rate.bound": percentOf(rule.bound) };
    case "target":
      return { "target.is": rule.is };
    case "baseline_change":
      return { "change.is": rule.is, "change.in": rule.in, "change.bound": rule.bound };
    case "milestone":
      return { "milestone.reached": rule.reached ? "yes" : "no" };
    case "no_figure":
      return Object.fromEntries(rule.because.map((reason) => [`because.${reason}`, ticked]));
  }
}

export type FormContent = {
  /** The rubric as far as it can be made out, for the schema to judge. */
  content: unknown;
  /** What cannot be read as a figure, by the path that the schema would name. */
  unread: Record<string, string>;
};

/** The rubric that the fields of a form describe; `toFields` the other way round. */
export function fromFields(fields: Fields): FormContent {
  const unread: Record<string, string> = {};
  const each = <Row>(list: List, read: (field: (name: string) => string, index: number) => Row) =>
    Array.from({ length: rowCount(fields, list) }, (_, index) =>
      read((name) => fields[`${list}.${index}.${name}`] ?? "", index),
    );
  const grade = (field: (name: string) => string) => ({
    symbol: field("symbol"),
    label: field("label"),
    tone: field("tone"),
  });
  const marks = each("marks", (field) => ({
    ...grade(field),
    byHand: field("byHand") === ticked,
    counted: field("counted") === ticked,
  }));
  const symbolOf = (row: string | undefined) =>
    (row ? marks[Number(row)]?.symbol.trim() : "") ?? "";
  const kinds = valueKinds.flatMap((kind) => {
    const method = fields[`rate.${kind}`];
    return method ? [[kind, method] as const] : [];
  });
  const content = {
    name: fields.name,
    expectation: fields.expectation,
    withoutLine: fields.withoutLine,
    rate: { default: fields["rate.default"], byValueKind: Object.fromEntries(kinds) },
    marks,
    rules: each("rules", (field, index) => {
      const figure = (name: string, unit: string) => {
        const read = parseFigure(field(name), unit);
        if (read.ok)
          return unit === "％" && name === "rate.bound" ? shareOf(read.value) : read.value;
        if (read.reason !== "empty") unread[`rules.${index}.bound`] = `figure.${read.reason}`;
        return "";
      };
      return { ...readRule(field, figure), mark: symbolOf(field("mark")) };
    }),
    notJudgeable: symbolOf(fields.notJudgeable),
    incomplete: fields.incomplete,
    combination: fields.combination,
    countBy: fields.countBy,
    outlook: each("outlook", grade),
    rateDisplay: {
      places: Number(fields["rateDisplay.places"] ?? Number.NaN),
      rounding: fields["rateDisplay.rounding"],
    },
  };
  return { content, unread };
}

function readRule(
  field: (name: string) => string,
  figure: (name: string, unit: string) => string,
): object {
  const test = field("test");
  switch (test) {
    case "achievement_rate":
      return { test, is: field("rate.is"), bound: figure("rate.bound", "％") };
    case "baseline_change": {
      const measure = field("change.in");
      const bound = figure("change.bound", measure === "percent" ? "％" : "");
      return { test, in: measure, is: field("change.is"), bound };
    }
    case "target":
      return { test, is: field("target.is") };
    case "milestone":
      return { test, reached: field("milestone.reached") === "yes" };
    default:
      return {
        test,
        because: noFigureReasons.filter((reason) => field(`because.${reason}`) === ticked),
      };
  }
}

/** "0.7" → "70", as people say it. */
export function percentOf(share: string): string {
  return isDecimal(share) ? toDecimal(exact(share).mul(100n), 20) : share;
}

function shareOf(percent: string): string {
  return toDecimal(exact(percent).div(whole(100)), 20);
}
