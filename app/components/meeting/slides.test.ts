import { expect, it } from "vitest";
import { slideNumber } from "./slides.ts";

it.each([
  [null, 1],
  ["", 1],
  ["3", 3],
  ["8", 8],
  ["9", 8],
  ["0", 1],
  ["-2", 1],
  ["x", 1],
  ["99999999999", 1],
])("the slide of %s among 8 is %i", (given, number) => {
  expect(slideNumber(given, 8)).toBe(number);
});
