import type { NodeSummary } from "#app/domain/rollup/summary.ts";
import type { Fields } from "#app/domain/rubric/form.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";

/** A mark that would be another one. */
export type ShownChange = {
  kind: "indicator" | "project";
  code: string;
  name: string;
  fy: number;
  from: string | null;
  to: string | null;
};

/** What a rubric would change on the plan's own figures. */
export type ShownPreview = {
  /** The rubric that was tried. */
  rubric: Rubric;
  fy: number;
  changes: readonly ShownChange[];
  /** How many indicators and years have a report. */
  judged: number;
  /** Marks that people have set and the rubric does not know. */
  unknownSet: number;
  before: NodeSummary;
  after: NodeSummary;
};

export type RubricVersion = {
  version: number;
  content: Rubric;
  reason: string;
  createdAt: Date;
  author: string | null;
};

/** A plan as far as its rubric's pages care. */
export type RubricPlan = {
  code: string;
  name: string;
  firstFy: number;
  lastFy: number;
  levelNames: { project: string };
};

/** What the editor opens with. */
export type Editor = {
  plan: RubricPlan;
  versions: readonly RubricVersion[];
  /** What was begun from, in words, when it is not the rubric in force. */
  startedFrom: string | null;
  fields: Fields;
  fy: number;
  preview: ShownPreview | null;
  /** How many editions have been published, which stay as they are. */
  editions: number;
};

/** What a button of the form comes to. */
export type EditorResult = {
  error: "signed_out" | "invalid" | "conflict" | null;
  stage: "edit" | "confirm";
  values: Fields;
  /** Message keys by field. */
  errors: Record<string, string>;
  focus: string | null;
  preview: ShownPreview | null;
  /** Tells this rendering of the form from the one before. */
  turn: string;
};
