import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";

/** What people speak of: a project, a KPI, or one organisation's figure of a year; by codes. */
export type DiscussionSubject =
  | { kind: "project"; code: string }
  | { kind: "indicator"; code: string }
  | { kind: "figure"; code: string; organisation: string; fy: FiscalYear };
