/** The groups of boxes in the form of a case. */
export type TickGroup = "theme" | "node" | "indicator";
