/**
 * The life of a reporting round (照会). Every step appends a line of its record; the round says what
 * the newest line says.
 */
export const roundStates = ["preparing", "open", "closed", "published"] as const;
export type RoundState = (typeof roundStates)[number];

/** What the plan's owner does to a round. Names are the verbs of permissions and audit. */
export const roundSteps = ["prepare", "open", "close", "reopen", "publish"] as const;
export type RoundStep = (typeof roundSteps)[number];

/** What each state allows and shows; nothing else in the code compares states to decide such things. */
export const roundCapabilities: Record<
  RoundState,
  {
    /** What is asked, of whom and until when may still be changed. */
    changeable: boolean;
    /** Those who are asked see it. */
    visibleToReporters: boolean;
    /** Figures are entered, submitted and returned. */
    takesFigures: boolean;
    /** What was submitted may be accepted. */
    takesJudgements: boolean;
  }
> = {
  preparing: {
    changeable: true,
    visibleToReporters: false,
    takesFigures: false,
    takesJudgements: false,
  },
  open: { changeable: false, visibleToReporters: true, takesFigures: true, takesJudgements: true },
  closed: {
    changeable: false,
    visibleToReporters: true,
    takesFigures: false,
    takesJudgements: true,
  },
  published: {
    changeable: false,
    visibleToReporters: true,
    takesFigures: false,
    takesJudgements: false,
  },
};

/**
 * The state after a step, or null when the step is not allowed from there; `null` as the present
 * state means that there is no round yet. Reopening is a correction: it needs a reason and stays in
 * the record.
 */
export function nextRoundState(present: RoundState | null, step: RoundStep): RoundState | null {
  switch (step) {
    case "prepare":
      return present === null || roundCapabilities[present].changeable ? "preparing" : null;
    case "open":
      return present === "preparing" ? "open" : null;
    case "close":
      return present === "open" ? "closed" : null;
    case "reopen":
      return present === "closed" || present === "published" ? "open" : null;
    case "publish":
      return present === "closed" ? "published" : null;
  }
}
