import type { ComparedRow, StrayRow } from "#app/domain/import/compare.ts";
import type { Frequency } from "#app/domain/indicator/definition.ts";
import type { ObservationState } from "#app/domain/observation/states.ts";

/** A row of a file beside what is kept, with what its KPI is called. */
export type PreviewRow = ComparedRow & {
  question: { code: string; name: string; unit: string; frequency: Frequency; period: number };
  kept: { state: ObservationState; author: string | null; at: Date; isDemo: boolean } | null;
};

export type Preview = { rows: readonly PreviewRow[]; strays: readonly StrayRow[]; absent: number };

/** A form of the preview that was refused: what was chosen in it, and what held it up. */
export type RefusedPreview = {
  values: Record<string, string>;
  errors: Record<string, string>;
};
