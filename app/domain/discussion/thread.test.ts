import { describe, expect, it } from "vitest";
import { commentSteps } from "./notification.ts";
import { nextThreadState, type ThreadState, threadState, threadsOf } from "./thread.ts";

it("allows exactly these steps", () => {
  const states: ThreadState[] = ["open", "resolved", "withdrawn"];
  const table = Object.fromEntries(
    states.map((state) => [state, commentSteps.map((step) => nextThreadState(state, step))]),
  );
  // In the order resolve, reopen, withdraw.
  expect(table).toEqual({
    open: ["resolved", null, "withdrawn"],
    resolved: [null, "open", "withdrawn"],
    withdrawn: [null, null, null],
  });
});

it("is what the last step made of it", () => {
  expect([null, ...commentSteps].map(threadState)).toEqual([
    "open",
    "resolved",
    "open",
    "withdrawn",
  ]);
});

describe("threads", () => {
  const said = (
    id: string,
    hour: number,
    parentId: string | null = null,
    lastStep: "resolve" | null = null,
  ) => ({ id, parentId, lastStep, createdAt: new Date(Date.UTC(2026, 10, 20, hour)) });

  it("have their answers in order, the open ones first, then by the last word", () => {
    const rows = [
      said("old", 1),
      said("resolved", 2, null, "resolve"),
      said("new", 3),
      said("a", 4, "old"),
      said("b", 5, "old"),
      said("c", 6, "resolved"),
    ];
    expect(
      threadsOf(rows).map(({ first, answers }) => [first.id, ...answers.map(({ id }) => id)]),
    ).toEqual([["old", "a", "b"], ["new"], ["resolved", "c"]]);
  });
});
