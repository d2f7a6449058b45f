import type { PlanContentIndicator, PlanContentNode } from "./content.ts";

/**
 * How a version of a plan came about: it is the plan as first adopted, the council's revision (見直し)
 * of it, or an edit by those who keep a project, of what nothing is graded by.
 */
export const versionKinds = ["original", "revision", "edit"] as const;
export type VersionKind = (typeof versionKinds)[number];

/** What a revision changes is kept by whole nodes and whole indicators. */
export const subjectKinds = ["node", "indicator"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** A node or an indicator as it is to be. */
export type SubjectContent =
  | { kind: "node"; node: PlanContentNode }
  | { kind: "indicator"; indicator: PlanContentIndicator };

/** A revision collects proposals, is put before the council, and is adopted or abandoned. */
export const revisionStates = ["collecting", "assembled", "adopted", "abandoned"] as const;
export type RevisionState = (typeof revisionStates)[number];

export const revisionSteps = ["assemble", "reopen", "adopt", "abandon"] as const;
export type RevisionStep = (typeof revisionSteps)[number];

type Capabilities = { takesProposals: boolean; takesDecisions: boolean; isOver: boolean };

export const revisionCapabilities = {
  collecting: { takesProposals: true, takesDecisions: true, isOver: false },
  assembled: { takesProposals: false, takesDecisions: true, isOver: false },
  adopted: { takesProposals: false, takesDecisions: false, isOver: true },
  abandoned: { takesProposals: false, takesDecisions: false, isOver: true },
} as const satisfies Record<RevisionState, Capabilities>;

/** The state after a step; null where the state does not allow it. */
export function nextRevisionState(state: RevisionState, step: RevisionStep): RevisionState | null {
  switch (step) {
    case "assemble":
      return state === "collecting" ? "assembled" : null;
    case "reopen":
      return state === "assembled" ? "collecting" : null;
    case "adopt":
      return state === "assembled" ? "adopted" : null;
    case "abandon":
      return revisionCapabilities[state].isOver ? null : "abandoned";
  }
}

/**
 * What happens to an item of a revision: it is proposed (again, with other content), taken back by
 * those who proposed it, or set aside and taken up again by those who assemble the revision.
 */
export const itemSteps = ["propose", "withdraw", "set_aside", "take_up"] as const;
export type ItemStep = (typeof itemSteps)[number];

export const itemStates = ["proposed", "withdrawn", "set_aside"] as const;
export type ItemState = (typeof itemStates)[number];

/** The state of an item after a step; null where its state does not allow it. */
export function nextItemState(state: ItemState | null, step: ItemStep): ItemState | null {
  switch (step) {
    case "propose":
      return "proposed";
    case "withdraw":
      return state === "proposed" || state === "set_aside" ? "withdrawn" : null;
    case "set_aside":
      return state === "proposed" ? "set_aside" : null;
    case "take_up":
      return state === "set_aside" ? "proposed" : null;
  }
}

/** A version of a plan, without what stands in it. */
export type PlanVersion = {
  version: number;
  kind: VersionKind;
  title: string;
  /** The first year that is graded by it. */
  firstFy: number;
  /** The day from which it is in force, as an ISO date. */
  effectiveOn: string;
  /** The revision that it is; none where it is the plan as first adopted, or an edit. */
  revisionId: string | null;
};

/** The version that a fiscal year is graded by: the newest that had begun. Versions come in order. */
export function versionForYear<Version extends Pick<PlanVersion, "firstFy">>(
  versions: readonly Version[],
  fy: number,
): Version | undefined {
  return versions.findLast((version) => version.firstFy <= fy) ?? versions[0];
}

/**
 * The day from which the next decision about a plan may be: not before the one before it. Null for a
 * draft, about which nothing was decided; a plan is adopted before it begins. Edits decide nothing.
 */
export function earliestDecision(plan: {
  isDraft: boolean;
  versions: readonly Pick<PlanVersion, "kind" | "effectiveOn">[];
}): string | null {
  if (plan.isDraft) return null;
  return plan.versions.findLast(({ kind }) => kind !== "edit")?.effectiveOn ?? null;
}

/** The version in force on a day; undefined before the first. */
export function versionOnDay<Version extends Pick<PlanVersion, "effectiveOn">>(
  versions: readonly Version[],
  day: string,
): Version | undefined {
  return versions.findLast((version) => version.effectiveOn <= day);
}
