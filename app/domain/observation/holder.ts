import type { ObservationState } from "./states.ts";

/** In whose hands an answer is: who is to do the next thing with it. */
export type Holder = "reporter" | "approver" | "lead" | "nobody";

/** Who holds an answer in a state; null is one that was not begun. */
export function holderOf(state: ObservationState | null): Holder {
  switch (state) {
    case null:
    case "draft":
    case "returned":
      return "reporter";
    case "proposed":
      return "approver";
    case "submitted":
      return "lead";
    case "accepted":
      return "nobody";
  }
}
