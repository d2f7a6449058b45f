import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { Period } from "../indicator/period.ts";

/** What names a submitted answer in the table of reviews. */
export type ReviewCodes = {
  plan: string;
  indicator: string;
  organisation: string;
  fy: FiscalYear;
  period: Period;
};

/** Codes hold no slash: they stand in addresses. */
export function reviewKey({ plan, indicator, organisation, fy, period }: ReviewCodes): string {
  return [plan, indicator, organisation, fy, period].join("/");
}

export type ReviewField = "tick" | "baseVersion" | "requestKey" | "reason";

export function reviewField(field: ReviewField, key: string): string {
  return `${field}:${key}`;
}

/** A row of the table as its form sends it. */
export type PostedReview = {
  key: string;
  codes: ReviewCodes;
  /** Not read yet. */
  fields: { baseVersion: string; requestKey: string; reason: string };
};

/** The row of a key; null for what names none. */
export function postedReview(
  values: Readonly<Record<string, string>>,
  key: string,
): PostedReview | null {
  const match = /^([^/]+)\/([^/]+)\/([^/]+)\/(\d{4})\/(\d{1,2})$/.exec(key);
  if (!match) return null;
  const [, plan = "", indicator = "", organisation = "", fy, period] = match;
  const text = (field: ReviewField) => values[reviewField(field, key)] ?? "";
  return {
    key,
    codes: { plan, indicator, organisation, fy: Number(fy), period: Number(period) },
    fields: {
      baseVersion: text("baseVersion"),
      requestKey: text("requestKey"),
      reason: text("reason"),
    },
  };
}

/** The rows that are ticked; null where one names nothing. */
export function tickedReviews(values: Readonly<Record<string, string>>): PostedReview[] | null {
  const mark = reviewField("tick", "");
  const rows = Object.keys(values)
    .filter((name) => name.startsWith(mark))
    .map((name) => postedReview(values, name.slice(mark.length)));
  const known = rows.filter((row) => row !== null);
  return known.length === rows.length ? known : null;
}

/** What became of a ticked answer. */
export type ReviewResult = {
  key: string;
  outcome: "done" | "conflict" | "locked" | "own";
};
