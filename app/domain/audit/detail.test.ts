import { describe, expect, it } from "vitest";
import { readDetail } from "./detail.ts";

describe("the detail of an audit event", () => {
  it("has the fields that differ, and the rest as facts", () => {
    const detail = {
      version: 2,
      before: { role: "editor", pt: "A" },
      after: { role: "admin", pt: "A" },
    };
    expect(readDetail(detail)).toEqual({
      changes: [{ field: "role", before: "editor", after: "admin" }],
      facts: [{ field: "version", value: 2 }],
    });
  });

  it("shows what begins and what ends against nothing", () => {
    const content = { role: "editor", note: null };
    const role = (before: unknown, after: unknown) => [{ field: "role", before, after }];
    expect(readDetail({ before: null, after: content }).changes).toEqual(role(null, "editor"));
    expect(readDetail({ before: content }).changes).toEqual(role("editor", null));
  });

  it("takes one value as one change without a field, and no change for none", () => {
    expect(readDetail({ before: "open", after: "closed" }).changes).toEqual([
      { field: "", before: "open", after: "closed" },
    ]);
    expect(readDetail({ before: ["a"], after: ["a"] }).changes).toEqual([]);
    expect(readDetail({ fileName: "a.xlsx" }).changes).toEqual([]);
  });
});
