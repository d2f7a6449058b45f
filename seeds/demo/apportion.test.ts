import { expect, it } from "vitest";
import { apportion, fromUnits, places, toUnits } from "./apportion.ts";
import { randomOf } from "./random.ts";

it("shares out without gaining or losing anything", () => {
  expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(apportion(7, [5, 0, 2])).toEqual([5, 0, 2]);
  expect(apportion(1623, [513, 81, 131]).reduce((sum, part) => sum + part)).toBe(1623);
});

it("counts in units of the last place and writes them back", () => {
  expect(places("129.45")).toBe(2);
  expect(toUnits("129.4", 2)).toBe(12_940);
  expect(fromUnits(12_940, 2)).toBe("129.4");
  expect(fromUnits(5, 1)).toBe("0.5");
  expect(fromUnits(1200, 0)).toBe("1200");
});

it("gives the same numbers for the same key, others for another", () => {
  expect(randomOf("SHG-4-1-a", "saga", 2023)()).toBe(randomOf("SHG-4-1-a", "saga", 2023)());
  expect(randomOf("SHG-4-1-a", "saga", 2023)()).not.toBe(randomOf("SHG-4-1-a", "saga", 2022)());
});
