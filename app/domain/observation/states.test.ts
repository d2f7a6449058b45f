import { expect, it } from "vitest";
import { nextState, observationStates, observationSteps } from "./states.ts";

const never = Object.fromEntries(observationSteps.map((step) => [step, null]));

it("allows exactly these steps", () => {
  const table = Object.fromEntries(
    [null, ...observationStates].map((state) => [
      String(state),
      Object.fromEntries(observationSteps.map((step) => [step, nextState(state, step)])),
    ]),
  );
  expect(table).toEqual({
    null: { ...never, save: "draft", propose: "proposed", submit: "submitted" },
    draft: { ...never, save: "draft", propose: "proposed", submit: "submitted" },
    proposed: { ...never, approve: "submitted", send_back: "draft", withdraw: "draft" },
    submitted: { ...never, withdraw: "draft", accept: "accepted", return: "returned" },
    returned: { ...never, save: "draft", propose: "proposed", submit: "submitted" },
    accepted: { ...never, save: "draft", propose: "proposed", submit: "submitted" },
  });
});
