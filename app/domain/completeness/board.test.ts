import { fc, test } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { qualities } from "../observation/states.ts";
import { type AskedAnswer, answerStates, boardOf } from "./board.ts";
import { timelinesses } from "./timeliness.ts";

const goalOf = new Map([
  ["a", "SHG"],
  ["b", "SHG"],
  ["c", "SGT"],
]);
const asked = (organisation: string, indicatorId: string, more: Partial<AskedAnswer> = {}) => ({
  organisation,
  indicatorId,
  period: 0,
  state: "none" as const,
  quality: null,
  timeliness: null,
  ...more,
});

it("counts what is asked for by organisation and PT, and says what is provisional", () => {
  const { rows, total } = boardOf(
    [
      asked("saga", "a", { state: "accepted", quality: "final", timeliness: "in_time" }),
      asked("saga", "b", { state: "accepted", quality: "provisional", timeliness: "late" }),
      asked("saga", "c", { state: "returned", timeliness: "missing" }),
      asked("oita", "a", { state: "submitted" }),
    ],
    goalOf,
    ["fukuoka", "oita", "saga"],
  );
  expect(rows.map(({ organisation }) => organisation)).toEqual(["oita", "saga"]);
  const states = { accepted: 0, submitted: 0, returned: 0, none: 0 };
  const nothing = { asked: 0, ...states, provisional: 0, inTime: 0, late: 0 };
  expect(rows[1]?.byGoal).toEqual(
    new Map([
      ["SHG", { ...nothing, asked: 2, accepted: 2, provisional: 1, inTime: 1, late: 1 }],
      ["SGT", { ...nothing, asked: 1, returned: 1 }],
    ]),
  );
  expect(total.total).toEqual({
    ...nothing,
    asked: 4,
    accepted: 2,
    submitted: 1,
    returned: 1,
    provisional: 1,
    inTime: 1,
    late: 1,
  });
});

const answer = fc.record({
  organisation: fc.constantFrom("fukuoka", "saga", "oita"),
  indicatorId: fc.constantFrom("a", "b", "c"),
  period: fc.integer({ min: 0, max: 4 }),
  state: fc.constantFrom(...answerStates),
  quality: fc.option(fc.constantFrom(...qualities)),
  timeliness: fc.constantFrom(...timelinesses),
});
test.prop([fc.array(answer, { maxLength: 30 })])("adds up in both directions", (answers) => {
  const { rows, total } = boardOf(answers, goalOf, ["fukuoka", "saga", "oita"]);
  const cells = rows.flatMap(({ byGoal }) => [...byGoal.values()]);
  for (const counts of [...cells, total.total])
    expect(counts.accepted + counts.submitted + counts.returned + counts.none).toBe(counts.asked);
  const sum = (list: readonly { asked: number }[]) =>
    list.reduce((n, { asked: one }) => n + one, 0);
  expect(sum(cells)).toBe(answers.length);
  expect(sum(rows.map((row) => row.total))).toBe(answers.length);
  expect(sum([...total.byGoal.values()])).toBe(total.total.asked);
});
