import { expect, it } from "vitest";
import { holderOf } from "./holder.ts";
import { nextState, observationStates, observationSteps } from "./states.ts";

it("says in whose hands an answer is", () => {
  expect([null, ...observationStates].map((state) => [state, holderOf(state)])).toEqual([
    [null, "reporter"],
    ["draft", "reporter"],
    ["proposed", "approver"],
    ["submitted", "lead"],
    ["returned", "reporter"],
    ["accepted", "nobody"],
  ]);
});

it("lets nobody decide but who holds it", () => {
  const decides = { approve: "approver", send_back: "approver", accept: "lead", return: "lead" };
  for (const state of observationStates)
    for (const step of observationSteps)
      if (step in decides && nextState(state, step) !== null)
        expect(decides[step as keyof typeof decides]).toBe(holderOf(state));
});
