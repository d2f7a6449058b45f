import type { ShownAttachment } from "#app/components/attachment/attachment-list.tsx";
import type { AskedOthers } from "#app/components/link/asked-others.tsx";
import type { Proposal } from "#app/components/practice/proposed-figure.tsx";
import type { DefinedIndicator } from "#app/components/rollup/indicator-definition.tsx";
import type { ExpectationSource } from "#app/domain/evaluation/expectation.ts";
import type { Frequency, ValueKind } from "#app/domain/indicator/definition.ts";
import type { Period } from "#app/domain/indicator/period.ts";
import type { AnswerContent, Asked } from "#app/domain/observation/answer.ts";
import type { ShownVersion } from "./version-timeline.tsx";

export type Report = {
  plan: { code: string };
  indicator: DefinedIndicator &
    Asked & { code: string; name: string; valueKind: ValueKind; frequency: Frequency };
  organisation: { slug: string; shortName: string; requiresApproval: boolean };
  /** Who accepts it. */
  leadName: string | null;
  fy: number;
  period: Period;
  roadmap: readonly { fy: number | null; text: string }[];
  aim: { value: string | null; from: ExpectationSource | null } | null;
  newest: (ShownVersion & { version: number }) | null;
  versions: readonly ShownVersion[];
  earlier: readonly (AnswerContent & { fy: number; isDemo: boolean })[];
  /** What stands behind the answer so far. */
  attachments: readonly ShownAttachment[];
  /** How much of what is said of the figure is open. */
  openThreads: number;
  /** The rounds that ask for it take nothing any more. */
  closed: boolean;
  /** Whom the organisation asked for it by a link, and the sum of what they answered. */
  asked: AskedOthers;
  may: { save: boolean; withdraw: boolean; approve: boolean };
  done: string | null;
  /** What the library of good practices makes of it, where that feeds the indicator. */
  proposal: Proposal | null;
  /** The form begins with the proposal. */
  takesProposal: boolean;
  requestKey: string;
};

export type ReportResult = {
  error: "signed_out" | "invalid" | "conflict" | "locked";
  values: Record<string, string>;
  /** How many files were sent; they are not kept. */
  files: number;
  errors: Record<string, string>;
};
