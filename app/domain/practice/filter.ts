import type { Theme } from "../indicator/definition.ts";
import type { RolloutState } from "./states.ts";

/** What of the library is shown; an empty text is no condition. */
export type PracticeFilter = {
  theme: string;
  pt: string;
  by: string;
  kpi: string;
  /** A state that some organisation has come to, or `none`: nobody rolled it out yet. */
  rollout: string;
};

export const noPracticeFilter: PracticeFilter = { theme: "", pt: "", by: "", kpi: "", rollout: "" };

type Filtered = {
  themes: readonly Theme[];
  goals: readonly { code: string }[];
  indicators: readonly { code: string }[];
  organisation: { slug: string };
  rollouts: readonly { state: RolloutState }[];
};

/** Whether a case fulfils every condition. */
export function passesFilter(practice: Filtered, filter: PracticeFilter): boolean {
  const has = (wanted: string, given: readonly string[]) => wanted === "" || given.includes(wanted);
  const codes = (items: readonly { code: string }[]) => items.map(({ code }) => code);
  const states = practice.rollouts.map(({ state }) => state);
  return (
    has(filter.theme, practice.themes) &&
    has(filter.pt, codes(practice.goals)) &&
    has(filter.by, [practice.organisation.slug]) &&
    has(filter.kpi, codes(practice.indicators)) &&
    has(filter.rollout, states.length === 0 ? ["none"] : states)
  );
}
