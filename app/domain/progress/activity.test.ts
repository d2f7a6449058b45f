import { describe, expect, it } from "vitest";
import { activityNeedsNote, activityStates, isActivityState } from "./activity.ts";

describe("the state of an activity", () => {
  it("says why where it is late or given up", () => {
    expect(activityStates.filter((state) => activityNeedsNote[state])).toEqual(["late", "stopped"]);
  });

  it("is one of the known ones", () => {
    expect(activityStates.every(isActivityState)).toBe(true);
    expect(isActivityState("toString")).toBe(false);
  });
});
