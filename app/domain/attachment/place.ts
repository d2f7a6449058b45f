import type { Period } from "../indicator/period.ts";

/** What a file stands behind, as codes of addresses. */
export type AttachmentPlace = { plan: string } & (
  | { on: "update"; project: string }
  | { on: "milestone"; project: string; milestone: string }
  | { on: "observation"; indicator: string; organisation: string; fy: number; period: Period }
  | { on: "practice"; practice: string }
  | { on: "round"; round: number }
);
