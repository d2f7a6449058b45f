import { expect, it } from "vitest";
import { isClosedFor } from "./figure-lock.ts";
import type { RoundState } from "./states.ts";

it.each([
  [[], false, false],
  [["preparing"], false, false],
  [["open"], false, false],
  [["closed"], true, false],
  [["published"], true, true],
  [["published", "closed"], true, false],
  [["closed", "open"], false, false],
  [["published", "open"], false, false],
  [["published", "preparing"], true, true],
] as [RoundState[], boolean, boolean][])(
  "rounds that are %j: figures refused %s, acceptance refused %s",
  (asking, figures, acceptance) => {
    for (const next of ["draft", "proposed", "submitted", "returned"] as const)
      expect(isClosedFor(asking, next), next).toBe(figures);
    expect(isClosedFor(asking, "accepted")).toBe(acceptance);
  },
);
