import { expect, it } from "vitest";
import { bearerKey, tokenStanding } from "./key.ts";

const key = `portal_${"a-B_9".padEnd(43, "x")}`;

it("reads a key from the header that carries it, whatever the scheme's letters", () => {
  expect(bearerKey(`Bearer ${key}`)).toBe(key);
  expect(bearerKey(`bearer  ${key}`)).toBe(key);
});

it.each([
  "",
  key,
  "Bearer ",
  `Basic ${key}`,
  `Bearer ${key}x`,
  `Bearer ${key.slice(0, -1)}`,
  `Bearer ${key} ${key}`,
  `Bearer x${key}`,
])("finds none in %j", (header) => {
  expect(bearerKey(header)).toBeNull();
});

it("is over with the moment that was set, and when it is revoked", () => {
  const expiresAt = new Date("2026-12-01T00:00:00Z");
  const before = new Date(expiresAt.getTime() - 1);
  expect(tokenStanding({ state: "open", expiresAt }, before)).toBe("open");
  expect(tokenStanding({ state: "open", expiresAt }, expiresAt)).toBe("expired");
  expect(tokenStanding({ state: "revoked", expiresAt }, before)).toBe("revoked");
});
