import { expect, it } from "vitest";
import { isOutdated, type ProgressStatus } from "./status.ts";

const now = new Date("2026-11-20T00:00:00Z");
const daysAgo = (days: number, status: ProgressStatus = "on_track") => ({
  status,
  createdAt: new Date(now.getTime() - days * 86_400_000),
});

it("asks for an update where there is none", () => expect(isOutdated(null, now)).toBe(true));

it("asks again after 180 days, and not on the 180th", () => {
  expect(isOutdated(daysAgo(180), now)).toBe(false);
  expect(isOutdated({ ...daysAgo(180), createdAt: new Date("2026-05-23T23:59:59Z") }, now)).toBe(
    true,
  );
});

it("asks nobody who has finished", () => {
  expect(isOutdated(daysAgo(900, "completed"), now)).toBe(false);
  expect(isOutdated(daysAgo(900, "stopped"), now)).toBe(false);
  expect(isOutdated(daysAgo(900, "late"), now)).toBe(true);
});
