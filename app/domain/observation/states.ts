/**
 * The life of an observation: one organisation's answer for one indicator and one fiscal year.
 * Every step appends a version; a version keeps the state it was written with. `proposed` (起案) waits
 * for a decision inside the organisation, where the organisation wants one.
 */
export const observationStates = [
  "draft",
  "proposed",
  "submitted",
  "returned",
  "accepted",
] as const;
export type ObservationState = (typeof observationStates)[number];

/** What a person may do to an observation. Names are the verbs of permissions and audit. */
export const observationSteps = [
  "save",
  "propose",
  "approve",
  "send_back",
  "submit",
  "withdraw",
  "accept",
  "return",
] as const;
export type ObservationStep = (typeof observationSteps)[number];

/** What each state allows and shows; nothing else in the code compares states to decide such things. */
export const stateCapabilities: Record<
  ObservationState,
  {
    editable: boolean;
    withReviewer: boolean;
    visibleToReviewer: boolean;
    visibleToMembers: boolean;
  }
> = {
  draft: { editable: true, withReviewer: false, visibleToReviewer: false, visibleToMembers: false },
  proposed: {
    editable: false,
    withReviewer: false,
    visibleToReviewer: false,
    visibleToMembers: false,
  },
  submitted: {
    editable: false,
    withReviewer: true,
    visibleToReviewer: true,
    visibleToMembers: false,
  },
  returned: {
    editable: true,
    withReviewer: false,
    visibleToReviewer: true,
    visibleToMembers: false,
  },
  accepted: {
    editable: true,
    withReviewer: false,
    visibleToReviewer: true,
    visibleToMembers: true,
  },
};

/**
 * The state after a step, or null when the step is not allowed from there. `null` as the present
 * state means that nothing was written yet. Saving after acceptance begins a correction: the
 * accepted version stays the current figure until the correction is accepted in its turn.
 */
export function nextState(
  present: ObservationState | null,
  step: ObservationStep,
): ObservationState | null {
  switch (step) {
    case "save":
      return present === null || stateCapabilities[present].editable ? "draft" : null;
    case "propose":
      return present === null || stateCapabilities[present].editable ? "proposed" : null;
    case "approve":
      return present === "proposed" ? "submitted" : null;
    case "send_back":
      return present === "proposed" ? "draft" : null;
    case "submit":
      return present === null || stateCapabilities[present].editable ? "submitted" : null;
    case "withdraw":
      return present === "proposed" || present === "submitted" ? "draft" : null;
    case "accept":
      return present === "submitted" ? "accepted" : null;
    case "return":
      return present === "submitted" ? "returned" : null;
  }
}

/**
 * The step by which an answer leaves its writer's hands: to the PT's lead, or first to those who decide
 * in an organisation that wants a decision.
 */
export function handingIn(organisation: { requiresApproval?: boolean }): "propose" | "submit" {
  return organisation.requiresApproval ? "propose" : "submit";
}

/** Whether a step is the lead's word on what was submitted to it. */
export function isJudgement(step: ObservationStep): boolean {
  return step === "accept" || step === "return";
}

/** What kind of answer an observation is. Only `final` and `provisional` carry a figure. */
export const qualities = [
  "final",
  "provisional",
  "under_survey",
  "not_applicable",
  "no_data",
] as const;
export type Quality = (typeof qualities)[number];

export function qualityCarriesFigure(quality: Quality): boolean {
  return quality === "final" || quality === "provisional";
}
