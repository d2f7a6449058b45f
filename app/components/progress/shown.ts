import type { ShownAttachment } from "#app/components/attachment/attachment-list.tsx";
import type { ActivityState } from "#app/domain/progress/activity.ts";
import type { Due, MilestoneState, MilestoneStep } from "#app/domain/progress/milestone.ts";
import type { ProgressStatus, UpdateScope } from "#app/domain/progress/status.ts";

/** A status update as pages show it. */
export type ShownUpdate = {
  id: string;
  organisation: { slug: string; shortName: string };
  scope: UpdateScope;
  version: number;
  status: ProgressStatus;
  done: string;
  issues: string;
  next: string;
  isDemo: boolean;
  author: string;
  createdAt: Date;
  attachments: readonly ShownAttachment[];
};

/** A report on an activity as pages show it. */
export type ShownReport = {
  id: string;
  version: number;
  state: ActivityState;
  note: string;
  isDemo: boolean;
  author: string;
  authorOrganisation: string;
  createdAt: Date;
};

/** A version of a milestone as pages show it. */
export type ShownMilestone = Due & {
  id: string;
  milestoneId: string;
  version: number;
  step: "save" | MilestoneStep;
  name: string;
  organisation: { slug: string; shortName: string };
  state: MilestoneState;
  reason: string;
  reachedOn: string | null;
  evidence: string;
  isDemo: boolean;
  author: string;
  authorOrganisation: string;
  createdAt: Date;
};

/** With the files that came with the version; of a milestone as a whole, with any of its steps. */
export type ShownStep = ShownMilestone & { attachments: readonly ShownAttachment[] };
