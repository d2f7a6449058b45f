import type { EntryState, RowResult } from "#app/domain/entry/live-row.ts";
import type { RowKey } from "#app/domain/entry/rows.ts";
import type { Frequency, NodeKind, Series, ValueKind } from "#app/domain/indicator/definition.ts";
import type { Period } from "#app/domain/indicator/period.ts";
import type { AnswerContent, Asked } from "#app/domain/observation/answer.ts";
import type { RoundState } from "#app/domain/round/states.ts";

/** One row of the grid: what is asked, and what it is to be seen beside. */
export type EntryQuestion = {
  key: RowKey;
  period: Period;
  code: string;
  name: string;
  frequency: Frequency;
  valueKind: ValueKind;
  places: number | null;
  asked: Asked & { series: Series };
  /** Who accepts it. */
  leadName: string | null;
  /** What tells the row's form from the next one, where there is no script. */
  requestKey: string;
  target: { value: string | null; text: string | null } | null;
  before:
    | (Pick<AnswerContent, "quality" | "value" | "numerator" | "denominator" | "words"> & {
        fy: number;
        period: Period;
        isDemo: boolean;
      })
    | null;
};

/** The rows of one project, or of the PT itself. */
export type EntryGroup = {
  goal: { code: string; name: string };
  home: { kind: NodeKind; code: string; name: string };
  rows: readonly EntryQuestion[];
};

export type Entry = {
  membership: { slug: string; shortName: string };
  plan: { code: string; name: string };
  /** Of the round. */
  number: number;
  fy: number;
  dueOn: string;
  /** Of the round. */
  state: RoundState;
  groups: readonly EntryGroup[];
  states: readonly EntryState[];
  /** The rows that something can be entered in, and no others. */
  onlyOpen: boolean;
  readAt: string;
  /** What becomes of what is handed in: an organisation may decide first. */
  handsIn: "propose" | "submit";
  may: { save: boolean; submit: boolean };
  /** What a form that was sent before came to, where the page was read anew after it. */
  done: { step: "save" | "submit"; count: number } | null;
};

/** What became of a form that was sent without the page's script. */
export type EntryResult = {
  step: "save" | "submit";
  values: Record<string, string>;
  results: readonly RowResult[];
};

/** All rows in the order in which they stand. */
export function rowsOf(groups: readonly EntryGroup[]): EntryQuestion[] {
  return groups.flatMap(({ rows }) => rows);
}
