import { describe, expect, it } from "vitest";
import {
  nextPracticeState,
  type PracticeState,
  practiceCapabilities,
  practiceStates,
  practiceSteps,
} from "./states.ts";

describe("the life of a case", () => {
  it.each([
    [null, "save", "draft"],
    [null, "share", "shared"],
    [null, "withdraw", null],
    ["draft", "save", "draft"],
    ["draft", "share", "shared"],
    ["draft", "withdraw", null],
    ["shared", "save", "shared"],
    ["shared", "share", null],
    ["shared", "withdraw", "withdrawn"],
    ["withdrawn", "save", null],
    ["withdrawn", "share", "shared"],
    ["withdrawn", "withdraw", null],
  ] as const)("%s, %s: %s", (present, step, expected) => {
    expect(nextPracticeState(present, step)).toBe(expected);
  });

  it("never leads from what others have read back to a draft", () => {
    const read = practiceStates.filter((state) => practiceCapabilities[state].visibleToMembers);
    const reached = new Set<PracticeState>(read);
    for (const state of reached)
      for (const step of practiceSteps) {
        const next = nextPracticeState(state, step);
        if (next) reached.add(next);
      }
    expect([...reached]).not.toContain("draft");
  });
});
