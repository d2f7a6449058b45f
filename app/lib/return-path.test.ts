import { describe, expect, it } from "vitest";
import { safeReturnPath } from "./return-path.ts";

describe("safeReturnPath", () => {
  it.each([
    ["/workspaces/saga", "/workspaces/saga"],
    ["/plans/jewels?fy=2023", "/plans/jewels?fy=2023"],
    ["/plans/../account", "/account"],
    ["/plans/jewels#top", "/plans/jewels"],
    ["/%2F%2Fevil.example", "/%2F%2Fevil.example"],
    ["/https://evil.example", "/https://evil.example"],
    ["/@evil.example", "/@evil.example"],
    ["/計画", "/%E8%A8%88%E7%94%BB"],
  ])("leads back to %j", (given, path) => {
    expect(safeReturnPath(given)).toBe(path);
  });

  it.each([
    null,
    "",
    "workspaces/saga",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    " //evil.example",
    "https://evil.example",
    "https:evil.example",
    "http://localhost:3000.evil.example/",
    "http://portal.invalid/plans",
    "//portal.invalid.evil.example",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    // What is left of these when the dots are resolved is another host.
    "/.//evil.example",
    "/./\\evil.example",
    "/plans/..//evil.example",
    "/%2e//evil.example",
    "/%2E%2e/\\evil.example",
    "//",
    "http://[",
    "//[",
  ])("does not follow %j", (given) => {
    expect(safeReturnPath(given, "/home")).toBe("/home");
  });

  it("answers a path that a browser keeps on this host, whatever is given", () => {
    const pieces = [
      "/",
      "\\",
      ".",
      "..",
      "%2e",
      "//",
      "evil.example",
      "@",
      ":",
      "?",
      "#",
      "\t",
      "",
    ];
    for (const a of pieces)
      for (const b of pieces)
        for (const c of pieces)
          for (const d of pieces) {
            const path = safeReturnPath(`/${a}${b}${c}${d}`);
            const followed = new URL(path, "https://portal.example.jp/sign-in");
            expect(followed.host, `/${a}${b}${c}${d}`).toBe("portal.example.jp");
          }
  });
});
