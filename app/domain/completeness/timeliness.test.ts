import { describe, expect, it } from "vitest";
import { duePeriods } from "../round/due.ts";
import { timelinessOf } from "./timeliness.ts";

const at = (text: string) => new Date(`${text}+09:00`);
const opened = { step: "open" as const, dueOn: "2024-06-30", createdAt: at("2024-06-01T09:00") };
const once = duePeriods([opened], []);

type Step = [state: "draft" | "proposed" | "submitted" | "returned" | "accepted", on: string];
const of = (steps: Step[], periods = once) =>
  timelinessOf(
    steps.map(([state, on]) => ({ state, at: at(on.length > 10 ? on : `${on}T12:00`) })),
    periods,
  );

describe("a figure due on 30 June", () => {
  it.each([
    ["nothing", [], "missing"],
    ["a draft", [["draft", "2024-06-20"]], "missing"],
    ["waiting for a decision inside", [["proposed", "2024-06-20"]], "missing"],
    ["submitted", [["submitted", "2024-06-20"]], "in_time"],
    ["submitted a minute before midnight in Japan", [["submitted", "2024-06-30T23:59"]], "in_time"],
    ["submitted at midnight in Japan", [["submitted", "2024-07-01T00:00"]], "late"],
    [
      "accepted long after it came in time",
      [
        ["submitted", "2024-06-30"],
        ["accepted", "2024-07-20"],
      ],
      "in_time",
    ],
    [
      "returned and not corrected",
      [
        ["submitted", "2024-06-20"],
        ["returned", "2024-06-25"],
      ],
      "missing",
    ],
    [
      "corrected in time",
      [
        ["submitted", "2024-06-20"],
        ["returned", "2024-06-25"],
        ["submitted", "2024-06-28"],
      ],
      "in_time",
    ],
    [
      "corrected late",
      [
        ["submitted", "2024-06-20"],
        ["returned", "2024-06-25"],
        ["draft", "2024-06-28"],
        ["submitted", "2024-07-02"],
      ],
      "late",
    ],
    [
      "taken back and submitted late",
      [
        ["submitted", "2024-06-20"],
        ["draft", "2024-06-21"],
        ["submitted", "2024-07-02"],
      ],
      "late",
    ],
    [
      "accepted, and corrected later",
      [
        ["submitted", "2024-06-20"],
        ["accepted", "2024-06-22"],
        ["draft", "2024-07-05"],
        ["submitted", "2024-07-06"],
      ],
      "in_time",
    ],
    ["loaded as accepted", [["accepted", "2024-06-20"]], "in_time"],
  ] as [string, Step[], string][])("%s: %s", (_, steps, expected) => {
    expect(of(steps)).toBe(expected);
  });

  it("is in time when it was there before the round, also one that asks for yesterday", () => {
    const past = duePeriods([{ ...opened, dueOn: "2024-05-31" }], []);
    expect(of([["accepted", "2024-05-20"]], past)).toBe("in_time");
    expect(of([["submitted", "2024-06-02"]], past)).toBe("late");
  });
});

describe("who was given longer", () => {
  const extended = { dueOn: "2024-07-10", createdAt: at("2024-07-03T09:00") };
  const late: Step[] = [["submitted", "2024-07-02"]];

  it("is held against the longer day", () => {
    const longer = duePeriods([opened], [extended]);
    expect(of(late, longer)).toBe("in_time");
    expect(of([["submitted", "2024-07-11"]], longer)).toBe("late");
  });

  it("stays late when the round is opened again, and a correction has its own day", () => {
    const reopened = {
      step: "reopen" as const,
      dueOn: "2024-09-15",
      createdAt: at("2024-09-01T09:00"),
    };
    const periods = duePeriods([opened, { ...opened, step: "close" }, reopened], []);
    expect(of(late, periods)).toBe("late");
    expect(of([["submitted", "2024-09-10"]], periods)).toBe("in_time");
    expect(of([["submitted", "2024-09-16"]], periods)).toBe("late");
    // Longer in the second time says nothing of the first.
    const more = duePeriods(
      [opened, reopened],
      [{ ...extended, createdAt: at("2024-09-02T09:00") }],
    );
    expect(of(late, more)).toBe("late");
  });
});
