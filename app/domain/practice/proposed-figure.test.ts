import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { type CountedPractice, type CountedRollout, proposedFigure } from "./proposed-figure.ts";
import { practiceStates, rolloutStates } from "./states.ts";

const practice = (more: Partial<CountedPractice> = {}): CountedPractice => ({
  id: "p",
  organisationId: "saga",
  state: "shared",
  indicatorIds: ["kpi"],
  sharedAt: new Date("2023-10-01T10:00:00+09:00"),
  ...more,
});
const rollout = (more: Partial<CountedRollout> = {}): CountedRollout => ({
  practiceId: "p",
  organisationId: "nagasaki",
  state: "done",
  startedFy: 2024,
  ...more,
});
const propose = (
  organisationId: string,
  fy: number,
  practices: CountedPractice[],
  rollouts: CountedRollout[] = [],
) => proposedFigure({ organisationId, indicatorId: "kpi", firstFy: 2023, fy, practices, rollouts });

describe("the figure that the library proposes", () => {
  it("is one for a case shared and one for a case of others rolled out", () => {
    expect(propose("saga", 2023, [practice()], [rollout()]).value).toBe(1);
    expect(propose("nagasaki", 2023, [practice()], [rollout()]).value).toBe(0);
    const { value, shared, rolledOut } = propose(
      "nagasaki",
      2024,
      [practice(), practice({ id: "q", organisationId: "nagasaki" })],
      [rollout()],
    );
    expect(value).toBe(2);
    expect(shared.map(({ id }) => id)).toEqual(["q"]);
    expect(rolledOut.map((each) => each.practice.id)).toEqual(["p"]);
  });

  it("counts what is shared until the last of March in Japan", () => {
    const at = (moment: string) =>
      propose("saga", 2023, [practice({ sharedAt: new Date(moment) })]).value;
    expect(at("2024-03-31T23:59:59+09:00")).toBe(1);
    expect(at("2024-04-01T00:00:00+09:00")).toBe(0);
    expect(at("2023-03-31T23:59:59+09:00")).toBe(0);
    expect(at("2023-04-01T00:00:00+09:00")).toBe(1);
  });

  it("goes on counting in the years after", () => {
    expect(propose("saga", 2026, [practice()]).value).toBe(1);
    expect(propose("nagasaki", 2026, [practice()], [rollout()]).value).toBe(1);
  });

  it.each([
    ["a draft", practice({ state: "draft" }), 0],
    ["what was taken back", practice({ state: "withdrawn" }), 0],
    ["what moved another KPI", practice({ indicatorIds: ["other"] }), 0],
    ["another's", practice({ organisationId: "oita" }), 0],
  ])("does not count %s", (_, given, expected) => {
    expect(propose("saga", 2026, [given]).value).toBe(expected);
  });

  it.each([
    ["planned", rollout({ state: "planned", startedFy: null }), 0],
    ["dropped", rollout({ state: "dropped" }), 0],
    ["being done", rollout({ state: "doing" }), 1],
    ["done", rollout(), 1],
    ["begun later", rollout({ startedFy: 2027 }), 0],
    ["begun before the indicator", rollout({ startedFy: 2022 }), 0],
    ["of an unknown case", rollout({ practiceId: "x" }), 0],
  ])("of roll-outs %s: %#", (_, given, expected) => {
    expect(propose("nagasaki", 2026, [practice()], [given]).value).toBe(expected);
  });

  it("does not count the roll-out of a case that was taken back", () => {
    expect(propose("nagasaki", 2026, [practice({ state: "withdrawn" })], [rollout()]).value).toBe(
      0,
    );
  });

  const organisations = ["saga", "nagasaki", "oita"];
  const someFy = fc.integer({ min: 2021, max: 2029 });
  const practices = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      organisationId: fc.constantFrom(...organisations),
      state: fc.constantFrom(...practiceStates),
      indicatorIds: fc.subarray(["kpi", "other"]),
      sharedAt: fc.option(someFy.map((year) => new Date(`${year}-06-01T00:00:00+09:00`))),
    }),
    { selector: ({ id }) => id },
  );
  const rollouts = fc.uniqueArray(
    fc.record({
      practiceId: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      organisationId: fc.constantFrom(...organisations),
      state: fc.constantFrom(...rolloutStates),
      startedFy: fc.option(someFy),
    }),
    { selector: ({ practiceId, organisationId }) => `${practiceId} ${organisationId}` },
  );

  test.prop([practices, rollouts, fc.constantFrom(...organisations), someFy])(
    "never falls from one year to the next, and is what it lists",
    (given, taken, organisation, fy) => {
      const now = propose(organisation, fy, given, taken);
      expect(now.value).toBe(now.shared.length + now.rolledOut.length);
      expect(propose(organisation, fy + 1, given, taken).value).toBeGreaterThanOrEqual(now.value);
      expect(new Set([...now.shared, ...now.rolledOut.map((each) => each.practice)]).size).toBe(
        now.value,
      );
    },
  );

  test.prop([practices, rollouts, fc.constantFrom(...organisations), someFy])(
    "does not depend on what another organisation does with cases that are not its own",
    (given, taken, organisation, fy) => {
      const own = taken.filter((each) => each.organisationId === organisation);
      expect(propose(organisation, fy, given, own)).toEqual(
        propose(organisation, fy, given, taken),
      );
    },
  );
});
