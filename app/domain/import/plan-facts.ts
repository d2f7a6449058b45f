import { type FiscalYear, parseFiscalYear } from "../fiscal-year/fiscal-year.ts";
import { factSheet, type PlanColumn } from "./plan-sheets.ts";
import { isSheet, type Refusal } from "./plan-table.ts";
import { meaningOf, rubricWords } from "./plan-words.ts";
import { columnLetters, plainWord, type TableRow } from "./table.ts";

/** What the sheet 「計画」 says of a plan as a whole. */
export type PlanFacts = {
  code: string;
  name: string;
  nickname: string | null;
  firstFy: FiscalYear;
  lastFy: FiscalYear;
  levelNames: { goal: string; policy: string; project: string };
  /** The key of a template of rubrics. */
  rubric: keyof typeof rubricWords;
};

/** The longest that a plan may run, in years. */
const longest = 20;
const nameColumn = 1;
const valueColumn = 2;

/** Reads the sheet 「計画」: a line for each fact, its name in the first column and itself in the second. */
export function readPlanFacts(rows: readonly TableRow[]): {
  facts: PlanFacts | null;
  refusals: Refusal[];
} {
  const own = rows.filter((row) => isSheet(row, factSheet));
  const refusals: Refusal[] = [];
  const found = new Map(
    factSheet.columns.map((column) => [column.field, own.find((row) => isLine(row, column))]),
  );
  const text = (field: string) => (found.get(field)?.cells[valueColumn - 1] ?? "").trim();
  const refuse = (field: string, reason: string) =>
    refusals.push({
      sheet: factSheet.name,
      row: found.get(field)?.row ?? null,
      column: found.get(field) ? columnLetters(valueColumn) : null,
      typed: text(field),
      reason,
    });
  if (own.length === 0) refuse("", "plan_import.sheet");
  else
    for (const { field, heading, required } of factSheet.columns)
      if (required && found.get(field) === undefined) refuse(field, `plan_import.line ${heading}`);
      else if (required && text(field) === "") refuse(field, "plan_import.empty");
  if (refusals.length > 0) return { facts: null, refusals };

  const code = text("code").toLowerCase();
  if (!/^[a-z][a-z0-9-]{1,29}$/.test(code)) refuse("code", "plan.plan_code");
  if (text("name").length > 100) refuse("name", "plan.too_long");
  if (text("nickname").length > 40) refuse("nickname", "plan.too_long");
  const firstFy = parseFiscalYear(text("firstFy"));
  const lastFy = parseFiscalYear(text("lastFy"));
  if (firstFy === null) refuse("firstFy", "plan_import.year");
  if (lastFy === null) refuse("lastFy", "plan_import.year");
  else if (firstFy !== null && (lastFy < firstFy || lastFy >= firstFy + longest))
    refuse("lastFy", "plan.last_fy");
  const rubric = text("rubric") === "" ? "bands" : meaningOf(rubricWords, text("rubric"));
  if (rubric === null) refuse("rubric", "plan_import.word");
  for (const field of ["goal", "policy", "project"])
    if (text(field).length > 20) refuse(field, "plan.too_long");
  if (refusals.length > 0 || firstFy === null || lastFy === null || rubric === null)
    return { facts: null, refusals };
  return {
    refusals,
    facts: {
      code,
      name: text("name"),
      nickname: text("nickname") || null,
      firstFy,
      lastFy,
      rubric,
      levelNames: {
        goal: text("goal") || "基本目標",
        policy: text("policy") || "施策",
        project: text("project") || "事業",
      },
    },
  };
}

function isLine({ cells }: TableRow, { heading }: PlanColumn): boolean {
  return plainWord(cells[nameColumn - 1] ?? "") === plainWord(heading);
}
