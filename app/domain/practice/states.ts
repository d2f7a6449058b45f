/** A case is written, shared with all members, and may be taken back with a reason. */
export const practiceStates = ["draft", "shared", "withdrawn"] as const;
export type PracticeState = (typeof practiceStates)[number];

/** What a person may do to a case. Names are the verbs of permissions and audit. */
export const practiceSteps = ["save", "share", "withdraw"] as const;
export type PracticeStep = (typeof practiceSteps)[number];

/** What each state allows and shows; nothing else in the code compares states to decide such things. */
export const practiceCapabilities: Record<
  PracticeState,
  {
    /** Read by every organisation, and not only by its own. */
    visibleToMembers: boolean;
    /** Others may record what they make of it, and both count. */
    canBeRolledOut: boolean;
    /** May have gaps. */
    allowsGaps: boolean;
  }
> = {
  draft: { visibleToMembers: false, canBeRolledOut: false, allowsGaps: true },
  shared: { visibleToMembers: true, canBeRolledOut: true, allowsGaps: false },
  withdrawn: { visibleToMembers: false, canBeRolledOut: false, allowsGaps: false },
};

/**
 * The state after a step, or null when the step is not allowed from there. `null` as the present
 * state means that nothing was written yet. What is shared is corrected in the open, and what was
 * taken back comes back only to be shared: a case that others have read is never a draft again.
 */
export function nextPracticeState(
  present: PracticeState | null,
  step: PracticeStep,
): PracticeState | null {
  switch (step) {
    case "save":
      if (present === "withdrawn") return null;
      return present ?? "draft";
    case "share":
      return present === "shared" ? null : "shared";
    case "withdraw":
      return present === "shared" ? "withdrawn" : null;
  }
}

/** How far an organisation has come with a case of somebody else's. */
export const rolloutStates = ["planned", "doing", "done", "dropped"] as const;
export type RolloutState = (typeof rolloutStates)[number];

/**
 * Whether a roll-out counts as 横展開 in a KPI that is fed from the library. What counts says since
 * which year.
 */
export const rolloutCounts = {
  planned: false,
  doing: true,
  done: true,
  dropped: false,
} as const satisfies Record<RolloutState, boolean>;

/** Whether a roll-out has to say why: others learn as much from what was not done. */
export const rolloutNeedsNote = {
  planned: false,
  doing: false,
  done: false,
  dropped: true,
} as const satisfies Record<RolloutState, boolean>;
