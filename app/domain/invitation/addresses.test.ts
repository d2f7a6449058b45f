import { describe, expect, it } from "vitest";
import { addressesAtMost, readAddresses } from "./addresses.ts";

describe("addresses of a text", () => {
  it("are read line by line, whatever width and case they were typed in", () => {
    expect(readAddresses("A@Pref.example.jp\n\n  ｂ＠pref.example.jp \n")).toEqual({
      ok: true,
      addresses: ["a@pref.example.jp", "b@pref.example.jp"],
    });
  });

  it.each([
    ["", { problem: "none" }],
    [" \n\n", { problem: "none" }],
    ["a@b.example.jp\n県庁", { problem: "unreadable", line: 2, typed: "県庁" }],
    ["a@b.example.jp, c@b.example.jp", { problem: "unreadable", line: 1 }],
    ["a@b.example.jp\n\nA@B.example.jp", { problem: "twice", line: 3, typed: "A@B.example.jp" }],
    [`${"a".repeat(250)}@b.example.jp`, { problem: "unreadable", line: 1 }],
  ])("are refused whole, with the line that is wrong (%#)", (text, problem) => {
    expect(readAddresses(text)).toMatchObject({ ok: false, ...problem });
  });

  it("are not too many at once", () => {
    const list = (count: number) =>
      Array.from({ length: count }, (_, index) => `p${index}@b.example.jp`).join("\n");
    expect(readAddresses(list(addressesAtMost))).toMatchObject({ ok: true });
    expect(readAddresses(list(addressesAtMost + 1))).toEqual({ ok: false, problem: "too_many" });
  });
});
