import { type NarrativePart, narrativeParts, type SheetLayout } from "../indicator/definition.ts";

/** The texts that a layout has a place for even while they are empty. */
const places: Record<SheetLayout, readonly NarrativePart[]> = {
  numeric_targets: narrativeParts,
  summary: ["overview", "evaluation", "issues", "next_steps"],
  measures: [],
  schedule: [],
};

/** Whether a layout keeps a place for a text; the others show what was written. */
export function hasPlaceFor(layout: SheetLayout, part: NarrativePart): boolean {
  return places[layout].includes(part);
}

export function isNarrativePart(text: string): text is NarrativePart {
  return narrativeParts.some((part) => part === text);
}

/** The most that one text of a sheet takes: some two pages. */
export const longestNarrative = 4000;
