import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { pairsOf, searchTerms, searchText } from "./text.ts";

describe("searched text", () => {
  it("is the same in half and full width, in either case and either kana", () => {
    expect(searchText("ＤＸ　人材")).toBe("dx人材");
    expect(searchText("ｶﾞｽ")).toBe(searchText("がす"));
    expect(searchText("テレワーク")).toBe("てれわーく");
  });
  it("has its pairs: 観光地 is 観光 and 光地", () => {
    expect(pairsOf("観光地")).toEqual(["観光", "光地"]);
    expect(pairsOf("𠮷野")).toEqual(["𠮷野"]);
    expect(pairsOf("観")).toEqual([]);
  });
  it("takes terms of two characters up, each once, and no more than eight", () => {
    expect(searchTerms("観光　観光 KPI x")).toEqual(["観光", "kpi"]);
    expect(searchTerms(" ")).toEqual([]);
    expect(searchTerms("あい うえ かき くけ さし すせ たち つて なに")).toHaveLength(8);
  });
  test.prop([fc.string({ unit: "grapheme" }), fc.nat(20), fc.nat(20)])(
    "holds every pair of every part of itself",
    (text, from, length) => {
      const searched = searchText(text);
      const part = [...searched].slice(from, from + length).join("");
      const pairs = new Set(pairsOf(searched));
      expect(pairsOf(part).every((pair) => pairs.has(pair))).toBe(true);
    },
  );
});
