/** The closed vocabularies of a rubric, apart from its schema, which browsers need not load. */

/** How a mark looks; the symbol and the label say it in words, the tone only supports them. */
export const markTones = ["excellent", "good", "fair", "poor", "none"] as const;
export type MarkTone = (typeof markTones)[number];

export const comparisons = [">=", ">", "<=", "<", "="] as const;
export type Comparison = (typeof comparisons)[number];

/** Why there is no figure although everybody who is asked has answered, or nobody is asked. */
export const noFigureReasons = [
  "provisional",
  "under_survey",
  "no_data",
  "not_applicable",
  "no_survey",
] as const;
export type NoFigureReason = (typeof noFigureReasons)[number];

export const rateMethods = ["ratio", "improvement"] as const;
export type RateMethod = (typeof rateMethods)[number];

export const expectationMethods = ["roadmap", "linear", "final", "elapsed_share"] as const;
