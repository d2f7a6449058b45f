/** What is brought in by a file: answers of a round, or the whole of a plan. */
export const importKinds = ["answers", "plan"] as const;

/**
 * `reading` — the file is being read; `ready` — its preview is there and nothing is written yet;
 * `refused` — it could not be read; `applying` — it is being written; `applied`; `discarded`.
 */
export const importStates = [
  "reading",
  "ready",
  "refused",
  "applying",
  "applied",
  "discarded",
] as const;
export type ImportState = (typeof importStates)[number];
