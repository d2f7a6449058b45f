import type { Theme } from "#app/domain/indicator/definition.ts";
import type { PracticeState, RolloutState } from "#app/domain/practice/states.ts";

/** What a version of a case says, as pages show it. */
export type ShownPractice = {
  id: string;
  practiceId: string;
  version: number;
  state: PracticeState;
  title: string;
  problem: string;
  done: string;
  cost: string;
  effect: string;
  contact: string;
  themes: readonly Theme[];
  nodeIds: readonly string[];
  indicatorIds: readonly string[];
  reason: string;
  isDemo: boolean;
  organisation: { slug: string; shortName: string };
  author: string;
  createdAt: Date;
};

/** A version of what an organisation makes of a case, as pages show it. */
export type ShownRollout = {
  id: string;
  version: number;
  state: RolloutState;
  startedFy: number | null;
  effect: string;
  note: string;
  isDemo: boolean;
  organisation: { slug: string; shortName: string };
  author: string;
  createdAt: Date;
};
