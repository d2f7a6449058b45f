/** What kinds of open work somebody has in an organisation. */
export const handoverKinds = [
  "draft",
  "proposal",
  "import",
  "revision",
  "thread",
  "deputy",
  "contact",
] as const;

/** One piece of open work, in words, and where it is. */
export type HandedOver = { kind: (typeof handoverKinds)[number]; label: string; path: string };
