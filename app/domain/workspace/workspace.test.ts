import { expect, it } from "vitest";
import { isDueSoon, updatesDue } from "./due.ts";
import { missing, type Standing, stillToCome, worstFirst } from "./standing.ts";

const now = new Date("2026-11-20T12:00:00+09:00");

it.each([
  ["long ago", "2026-01-01", "planned", true],
  ["in 60 days", "2027-01-19", "started", true],
  ["in 61 days", "2027-01-20", "late", false],
  ["tomorrow, but reached", "2026-11-21", "reached", false],
  ["yesterday, but given up", "2026-11-19", "cancelled", false],
] as const)("a milestone due %s", (_, dueOn, state, expected) => {
  expect(isDueSoon({ dueOn, dueFy: null, state }, now)).toBe(expected);
});

it("asks an organisation for its own part, the lead also for the whole, a city for the whole", () => {
  const said = [
    { nodeId: "a", organisationId: "x", scope: "own", status: "on_track", createdAt: now },
    { nodeId: "b", organisationId: "y", scope: "own", status: "on_track", createdAt: now },
    {
      nodeId: "b",
      organisationId: "x",
      scope: "own",
      status: "late",
      createdAt: new Date("2026-01-01T00:00:00Z"),
    },
  ] as const;
  const due = (leads: boolean, alone: boolean) =>
    updatesDue(["a", "b"], said, { organisationId: "x", leads, alone }, now).map(
      ({ nodeId, scope, last }) => [nodeId, scope, last?.getUTCFullYear() ?? null],
    );
  expect(due(false, false)).toEqual([["b", "own", 2026]]);
  expect(due(true, false)).toEqual([
    ["a", "whole", null],
    ["b", "whole", null],
    ["b", "own", 2026],
  ]);
  expect(due(true, true)).toEqual([
    ["a", "whole", null],
    ["b", "whole", null],
  ]);
});

const standing = (more: Partial<Standing> = {}): Standing => ({
  figures: { asked: 5, accepted: 5, submitted: 0, returned: 0 },
  overdue: false,
  updates: { current: 3, expected: 3 },
  overdueMilestones: 0,
  lastActivity: null,
  ...more,
});

it("counts what is still to come, returned or never sent", () => {
  const row = standing({ figures: { asked: 9, accepted: 3, submitted: 2, returned: 1 } });
  expect(stillToCome(row)).toBe(4);
  expect(missing(row)).toBe(3);
});

it("puts those who are most behind first, and keeps the order of equals", () => {
  const open = { asked: 5, accepted: 3, submitted: 0, returned: 1 };
  const rows = [
    { name: "done", ...standing() },
    { name: "no update", ...standing({ updates: { current: 0, expected: 3 } }) },
    { name: "open", ...standing({ figures: open }) },
    { name: "milestone", ...standing({ overdueMilestones: 1 }) },
    { name: "overdue", ...standing({ figures: open, overdue: true }) },
    { name: "also done", ...standing() },
  ];
  expect(worstFirst(rows).map(({ name }) => name)).toEqual([
    "overdue",
    "milestone",
    "open",
    "no update",
    "done",
    "also done",
  ]);
});
