import type { ObservationState } from "../observation/states.ts";
import { type RoundState, roundCapabilities } from "./states.ts";

/**
 * Whether the rounds that ask for a figure refuse a version of it in some state, `asking` being their
 * states: closed ones take no figure, published ones no judgement either, unless another round that
 * asks for the same does. What no round asks for is free. The database says the same.
 */
export function isClosedFor(asking: readonly RoundState[], next: ObservationState): boolean {
  const asked = asking.map((state) => roundCapabilities[state]).filter((r) => r.visibleToReporters);
  const takes = asked.some(({ takesFigures, takesJudgements }) =>
    next === "accepted" ? takesJudgements : takesFigures,
  );
  return asked.length > 0 && !takes;
}
