import { expect, it } from "vitest";
import { baseVersionOf } from "./base-version.ts";

const values = { baseVersion: "1" };

it("stays the one that was typed over until both contents were shown", () => {
  expect(baseVersionOf(undefined, 3)).toBe(3);
  expect(baseVersionOf({ said: "invalid", values }, 3)).toBe(1);
  expect(baseVersionOf({ error: "invalid", values }, 3)).toBe(1);
  expect(baseVersionOf({ said: "conflict", values }, 3)).toBe(3);
  expect(baseVersionOf({ said: "invalid", values: { baseVersion: "x" } }, 3)).toBe(3);
  expect(baseVersionOf({ said: "invalid", values: {} }, 3)).toBe(3);
});
