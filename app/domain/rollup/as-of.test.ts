import { describe, expect, it } from "vitest";
import { asOfText, carried, parseAsOf } from "./as-of.ts";

const now = new Date("2026-11-20T10:00:00+09:00");

describe("from when a roll-up is read", () => {
  it.each([
    ["2026-11-19", "2026-11-19T14:59:59.999Z"],
    // Today as far as it has come.
    ["2026-11-20", "2026-11-20T14:59:59.999Z"],
    ["2024-02-29", "2024-02-29T14:59:59.999Z"],
    ["2026-11-20T09:30:00+09:00", "2026-11-20T00:30:00.000Z"],
    ["2026-11-20T00:30Z", "2026-11-20T00:30:00.000Z"],
  ])("%s is %s", (text, at) => {
    const asOf = parseAsOf(text, now);
    expect(asOf).toEqual({ kind: "moment", at: new Date(at), text });
    expect(asOf && asOfText(asOf)).toBe(text);
  });

  it("is also an edition", () => {
    expect(parseAsOf("edition-2", now)).toEqual({ kind: "edition", edition: 2 });
    expect(asOfText({ kind: "edition", edition: 2 })).toBe("edition-2");
  });

  it.each([
    "",
    "2026-11-21",
    "2026-11-20T10:00:01+09:00",
    "2026-02-29",
    "2026-13-01",
    "2026-11-20T10:00",
    "edition-0",
    "edition--1",
    "yesterday",
    "2026-11-20' or 1=1",
  ])("is not %j", (text) => expect(parseAsOf(text, now)).toBeNull());
});

describe("a link on a page that is read from an earlier time", () => {
  it.each([
    ["/plans/jewels?fy=2023", "/plans/jewels?fy=2023&asOf=2026-11-19"],
    ["/plans/jewels", "/plans/jewels?asOf=2026-11-19"],
    ["/plans/jewels/goals/SHG#kpi", "/plans/jewels/goals/SHG?asOf=2026-11-19#kpi"],
    ["/workspaces/saga", "/workspaces/saga"],
    ["#main", "#main"],
  ])("%s leads to %s", (to, address) => expect(carried(to, "2026-11-19")).toBe(address));

  it("is as it is on a page of today", () =>
    expect(carried("/plans/jewels", null)).toBe("/plans/jewels"));
});
