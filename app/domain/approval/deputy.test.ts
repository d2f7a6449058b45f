import { expect, it } from "vitest";
import { areDeputyDays, deputyStanding } from "./deputy.ts";

const days = { fromOn: "2026-11-20", untilOn: "2026-11-25", endedAt: null };

it.each([
  ["2026-11-19", "coming"],
  ["2026-11-20", "present"],
  ["2026-11-25", "present"],
  ["2026-11-26", "past"],
])("stands on %s as %s", (today, standing) => {
  expect(deputyStanding(days, today)).toBe(standing);
});

it("is past when it was ended", () => {
  const endedAt = new Date("2026-11-21T09:00:00+09:00");
  expect(deputyStanding({ ...days, endedAt }, "2026-11-22")).toBe("past");
});

it.each([
  ["2026-11-20", "2026-11-20", true],
  ["2026-11-01", "2026-11-20", true],
  ["2026-11-20", "2027-11-20", true],
  ["2026-11-20", "2027-11-21", false],
  ["2026-11-21", "2026-11-20", false],
  ["2026-11-01", "2026-11-19", false],
])("may be named on 11-20 from %s until %s: %s", (from, until, may) => {
  expect(areDeputyDays(from, until, "2026-11-20")).toBe(may);
});
