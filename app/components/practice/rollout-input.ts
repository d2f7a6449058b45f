import { rolloutStates } from "#app/domain/practice/states.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { rolloutFieldLabels, rolloutStateLabels } from "#app/i18n/practice.ts";
import type { RolloutInput } from "./rollout-form.tsx";
import type { ShownRollout } from "./shown.ts";

type Values = Record<string, string>;

/** What stands in the form of a roll-out: what was typed, or what is kept. */
export function rolloutInput(typed: Values | null, kept: ShownRollout | null): RolloutInput {
  if (typed) {
    const { state = "", startedFy = "", effect = "", note = "" } = typed;
    return { state, startedFy, effect, note };
  }
  return {
    state: kept?.state ?? "",
    startedFy: kept?.startedFy ? String(kept.startedFy) : "",
    effect: kept?.effect ?? "",
    note: kept?.note ?? "",
  };
}

/** What was typed beside what somebody else kept meanwhile. */
export function rolloutRows(typed: Values, kept: ShownRollout) {
  const words = (input: RolloutInput): Record<keyof RolloutInput, string> => {
    const state = rolloutStates.find((known) => known === input.state);
    const year = Number(input.startedFy);
    return {
      ...input,
      state: state ? rolloutStateLabels[state] : "",
      startedFy: year >= 1926 ? fiscalYearLabel(year) : "",
    };
  };
  const mine = words(rolloutInput(typed, null));
  const theirs = words(rolloutInput(null, kept));
  return (Object.keys(rolloutFieldLabels) as (keyof RolloutInput)[]).map((field) => ({
    term: rolloutFieldLabels[field],
    mine: mine[field],
    theirs: theirs[field],
  }));
}
