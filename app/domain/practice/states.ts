/** A case is written, shared with all members, and may be taken back with a reason. */
export const practiceStates = ["draft", "shared", "withdrawn"] as const;
export type PracticeState = (typeof practiceStates)[number];

/** How far an organisation has come with a case of somebody else's. */
export const rolloutStates = ["planned", "doing", "done", "dropped"] as const;
export type RolloutState = (typeof rolloutStates)[number];

/** Whether a roll-out counts as 横展開 in a KPI that is fed from the library. */
export const rolloutCounts = {
  planned: false,
  doing: true,
  done: true,
  dropped: false,
} as const satisfies Record<RolloutState, boolean>;
