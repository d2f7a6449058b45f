import { describe, expect, it } from "vitest";
import {
  dueYearOf,
  isOverdue,
  lastDayOf,
  type MilestoneState,
  milestoneStates,
  milestoneSteps,
  nextMilestoneState,
  stepNeedsReason,
} from "./milestone.ts";

it("allows exactly these steps", () => {
  const table = Object.fromEntries(
    milestoneStates.map((state) => [
      state,
      Object.fromEntries(milestoneSteps.map((step) => [step, nextMilestoneState(state, step)])),
    ]),
  );
  expect(table).toEqual({
    planned: {
      start: "started",
      delay: "late",
      reach: "reached",
      cancel: "cancelled",
      reopen: null,
    },
    started: { start: null, delay: "late", reach: "reached", cancel: "cancelled", reopen: null },
    late: { start: "started", delay: "late", reach: "reached", cancel: "cancelled", reopen: null },
    reached: { start: null, delay: null, reach: "reached", cancel: null, reopen: "started" },
    cancelled: { start: null, delay: null, reach: null, cancel: null, reopen: "started" },
  });
});

it("asks why something is late, given up or taken up again, and nothing else", () => {
  const asked = milestoneStates.flatMap((state) =>
    milestoneSteps.filter((step) => stepNeedsReason(state, step)).map((step) => `${state} ${step}`),
  );
  expect(asked).toEqual([
    "planned delay",
    "planned cancel",
    "planned reopen",
    "started delay",
    "started cancel",
    "started reopen",
    "reached reopen",
    "late delay",
    "late cancel",
    "late reopen",
    "cancelled reopen",
  ]);
});

describe("due", () => {
  const onDay = { dueOn: "2026-11-20", dueFy: null };
  const inYear = { dueOn: null, dueFy: 2025 };
  const japan = (moment: string) => new Date(`${moment}+09:00`);

  it("is a day, or the last day of a fiscal year", () => {
    expect(lastDayOf(onDay)).toBe("2026-11-20");
    expect(lastDayOf(inYear)).toBe("2026-03-31");
    expect(dueYearOf(onDay)).toBe(2026);
    expect(dueYearOf({ dueOn: "2026-03-31", dueFy: null })).toBe(2025);
    expect(dueYearOf({ dueOn: "2026-04-01", dueFy: null })).toBe(2026);
    expect(dueYearOf(inYear)).toBe(2025);
    expect(() => lastDayOf({ dueOn: null, dueFy: null })).toThrow(RangeError);
  });

  it.each([
    ["the last minute of the day", onDay, "2026-11-20T23:59:59", false],
    ["the first of the day after", onDay, "2026-11-21T00:00:00", true],
    ["31 March", inYear, "2026-03-31T23:59:59", false],
    ["1 April", inYear, "2026-04-01T00:00:00", true],
  ])("is over after midnight in Japan: %s", (_, due, moment, overdue) => {
    expect(isOverdue({ ...due, state: "planned" }, japan(moment))).toBe(overdue);
  });

  it("is never over for what is reached or given up", () => {
    const overdue = (state: MilestoneState) =>
      isOverdue({ ...onDay, state }, japan("2030-01-01T00:00:00"));
    expect(milestoneStates.filter(overdue)).toEqual(["planned", "started", "late"]);
  });
});
