import { describe, expect, it } from "vitest";
import { editionsWithin, parseTime, resolveTimes, type Time, timeText } from "./changes-times.ts";

const now = new Date("2026-11-20T12:00:00+09:00");
const editions = [
  { edition: 2, publishedAt: new Date("2026-08-01T10:00:00+09:00") },
  { edition: 1, publishedAt: new Date("2026-06-01T10:00:00+09:00") },
];
const time = (text: string): Time => {
  const read = parseTime(text, now);
  if (read === undefined) throw new RangeError(text);
  return read;
};
const resolved = (from: string | null, to: string | null, member = true, known = editions) => {
  const asked = { ...(from && { from: time(from) }), ...(to && { to: time(to) }) };
  const times = resolveTimes(asked, known, member);
  if (times === "unknown") return times;
  const text = (one: Time | undefined) => (one === undefined ? null : timeText(one));
  return [text(times.from), text(times.to), times.problem];
};

describe("two times", () => {
  it("read as they are written", () => {
    for (const text of ["now", "edition-3", "2026-06-30", "2026-06-30T09:00:00+09:00"])
      expect(timeText(time(text))).toBe(text);
    for (const text of ["", "edition-0", "2026-02-30", "2027-01-01", "yesterday"])
      expect(parseTime(text, now)).toBeUndefined();
  });

  it.each([
    [null, null, true, ["edition-2", "now", null]],
    [null, "edition-2", true, ["edition-1", "edition-2", null]],
    [null, "2026-07-01", true, ["edition-1", "2026-07-01", null]],
    [null, "2026-05-31", true, [null, "2026-05-31", "nothing_before"]],
    ["2026-05-01", "2026-07-01", true, ["2026-05-01", "2026-07-01", null]],
    ["2026-07-01", "edition-2", true, ["2026-07-01", "edition-2", null]],
    ["2026-09-01", "edition-2", true, ["2026-09-01", "edition-2", "wrong_order"]],
    ["edition-1", "edition-1", true, ["edition-1", "edition-1", "wrong_order"]],
    ["now", null, true, ["now", "now", "wrong_order"]],
    [null, null, false, ["edition-1", "edition-2", null]],
    [null, "edition-1", false, [null, "edition-1", "nothing_before"]],
    [null, "now", false, ["edition-2", "now", "published_only"]],
    ["2026-05-01", null, false, ["2026-05-01", "edition-2", "published_only"]],
    ["edition-3", null, true, "unknown"],
    [null, "edition-9", false, "unknown"],
  ] as const)("from %s to %s (member: %s) are %s", (from, to, member, expected) => {
    expect(resolved(from, to, member)).toEqual(expected);
  });

  it("are none where nothing was published, but for a day that is asked for", () => {
    expect(resolved(null, null, true, [])).toEqual([null, "now", "nothing_before"]);
    expect(resolved(null, null, false, [])).toEqual([null, null, "nothing_before"]);
    expect(resolved("2026-05-01", null, true, [])).toEqual(["2026-05-01", "now", null]);
  });

  it("keep two editions of one moment in their order", () => {
    const together = editions.map(({ edition }) => ({ edition, publishedAt: now }));
    expect(resolved("edition-1", "edition-2", true, together)).toEqual([
      "edition-1",
      "edition-2",
      null,
    ]);
  });

  it("have between them what was published after the one, up to the other", () => {
    const within = (from: string, to: string) =>
      editionsWithin({ from: time(from), to: time(to) }, editions).map(({ edition }) => edition);
    expect(within("edition-1", "edition-2")).toEqual([2]);
    expect(within("2026-05-01", "now")).toEqual([1, 2]);
    expect(within("2026-05-01", "2026-07-01")).toEqual([1]);
    expect(within("edition-2", "now")).toEqual([]);
  });
});
