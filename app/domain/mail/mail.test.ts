import { describe, expect, it } from "vitest";
import { nextAttempt } from "./delivery.ts";
import { oneLine } from "./mail.ts";
import { isReminderTime, remindedDueDays, reminderOn } from "./reminder.ts";

describe("a line of a header", () => {
  it.each([
    ["宿泊者数\r\nBcc: all@evil.example", "宿泊者数 Bcc: all@evil.example"],
    ["a\u2028b\u2029c\u0085d\u0000e\tf", "a b c d e f"],
    ["\u202egnp.exe", "gnp.exe"],
    ["\n", ""],
  ])("of %j is %j", (text, line) => {
    expect(oneLine(text, 100)).toBe(line);
  });

  it("ends where it is too long, between characters", () => {
    expect(oneLine("あいうえお", 5)).toBe("あいうえお");
    expect(oneLine("あいうえおか", 5)).toBe("あいうえ…");
    expect(oneLine("𠮷𠮷𠮷", 2)).toBe("𠮷…");
  });
});

describe("another attempt", () => {
  const written = new Date("2026-11-20T00:00:00Z");
  const pauseAfter = (attempts: number, minutes: number) => {
    const now = new Date(written.getTime() + minutes * 60_000);
    const next = nextAttempt(attempts, written, now);
    return next && (next.getTime() - now.getTime()) / 60_000;
  };
  it.each([
    [1, 1],
    [2, 2],
    [4, 8],
    [6, 32],
    [7, 60],
    [5000, 60],
  ])("after %i comes %i minutes later", (attempts, minutes) => {
    expect(pauseAfter(attempts, 10)).toBe(minutes);
  });

  it("is not made after three days", () => {
    expect(pauseAfter(80, 3 * 24 * 60 - 1)).toBe(60);
    expect(pauseAfter(80, 3 * 24 * 60)).toBeNull();
  });
});

describe("a reminder", () => {
  const at = (text: string) => new Date(`${text}+09:00`);
  it.each([
    ["2026-11-16T00:00", -14],
    ["2026-11-23T23:59", -7],
    ["2026-11-29T08:30", -1],
    ["2026-11-30T12:00", null],
    ["2026-12-01T00:00", 1],
    ["2026-12-07T12:00", 7],
    ["2026-12-14T12:00", 14],
    ["2026-12-15T00:00", null],
  ])("of 30 November falls on %s in Japan: %s", (now, day) => {
    expect(reminderOn("2026-11-30", at(now))).toBe(day);
  });

  it("knows the due days that it is about, over the end of a year", () => {
    const days = remindedDueDays(at("2026-12-25T09:00"));
    expect(days).toEqual([
      "2027-01-08",
      "2027-01-01",
      "2026-12-26",
      "2026-12-24",
      "2026-12-18",
      "2026-12-11",
    ]);
    for (const day of days) expect(reminderOn(day, at("2026-12-25T09:00"))).not.toBeNull();
  });

  it("is made from half past eight in Japan until midnight", () => {
    const due = ["00:00", "08:29", "08:30", "15:00", "23:59"].map((time) =>
      isReminderTime(at(`2026-11-20T${time}`)),
    );
    expect(due).toEqual([false, false, true, true, true]);
  });
});
