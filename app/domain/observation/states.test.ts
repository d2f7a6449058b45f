import { expect, it } from "vitest";
import { nextState, observationStates, observationSteps } from "./states.ts";

it("allows exactly these steps", () => {
  const table = Object.fromEntries(
    [null, ...observationStates].map((state) => [
      String(state),
      Object.fromEntries(observationSteps.map((step) => [step, nextState(state, step)])),
    ]),
  );
  expect(table).toEqual({
    null: { save: "draft", submit: "submitted", withdraw: null, accept: null, return: null },
    draft: { save: "draft", submit: "submitted", withdraw: null, accept: null, return: null },
    submitted: {
      save: null,
      submit: null,
      withdraw: "draft",
      accept: "accepted",
      return: "returned",
    },
    returned: { save: "draft", submit: "submitted", withdraw: null, accept: null, return: null },
    accepted: { save: "draft", submit: "submitted", withdraw: null, accept: null, return: null },
  });
});
