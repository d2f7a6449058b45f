/** The parts of a council pack (会議資料), in the order in which they stand in it. */
export const packParts = [
  "cover",
  "summary",
  "pts",
  "roadmap",
  "table",
  "changes",
  "missing",
  "revisions",
] as const;
export type PackPart = (typeof packParts)[number];

/** `making` — it is being made; `ready` — both files are kept; `failed` — it can be begun again. */
export const packStates = ["making", "ready", "failed"] as const;
export type PackState = (typeof packStates)[number];

/** What a pack holds: for which meeting, of which PTs (codes in the plan's order), which parts. */
export type PackChoice = {
  /** The meeting's name as it stands on the cover. */
  meeting: string;
  /** Its day, a calendar date. */
  meetingOn: string;
  pts: readonly string[];
  parts: readonly PackPart[];
};

/** The files of a pack. */
export const packFileTypes = ["pdf", "xlsx"] as const;
export type PackFileType = (typeof packFileTypes)[number];

/** What making a pack goes through: reading the edition, the workbook, a first print that tells the page numbers, the print. */
export const packSteps = 4;

/** Without a sign of life for so long, making a pack has been interrupted. */
export const longestSilenceMs = 60_000;

/** So many packs an organisation may have under way at once. */
export const mostMaking = 5;

/** Whether the making of a pack came to a halt without an end. */
export function isInterrupted(pack: { state: PackState; movedAt: Date }, now: Date): boolean {
  return pack.state === "making" && now.getTime() - pack.movedAt.getTime() > longestSilenceMs;
}
