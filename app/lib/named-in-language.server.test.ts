import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLocaleFrom } from "#app/i18n/locale.ts";
import { namedInLanguage } from "./named-in-language.server.ts";

beforeAll(() => readLocaleFrom(() => "en"));
afterAll(() => readLocaleFrom(() => "ja"));

describe("namedInLanguage", () => {
  it("calls organisations, marks and levels in English", () => {
    expect(
      namedInLanguage({
        who: "福岡県",
        mark: { symbol: "○", label: "達成" },
        levelNames: { goal: "基本目標" },
      }),
    ).toEqual({
      who: "Fukuoka",
      mark: { symbol: "○", label: "Achieved" },
      levelNames: { goal: "Basic goal" },
    });
  });

  it("leaves alone what only has the name of something that every object has", () => {
    const notes = ["constructor", "toString", "__proto__"];
    expect(namedInLanguage({ notes, mark: { symbol: "○", label: "constructor" } })).toEqual({
      notes,
      mark: { symbol: "○", label: "constructor" },
    });
  });
});
