import { describe, expect, it } from "vitest";
import { textWidth } from "./label-placement.ts";
import { textLines } from "./text-lines.ts";

describe("lines of a drawing", () => {
  it("are no wider than there is room, and lose nothing", () => {
    const text =
      "見込みは推計です。R2、R3、R4の値について、2時点間の傾きの中央値を延ばしています。";
    const lines = textLines(text, 10, 120);
    expect(lines.join("")).toBe(text);
    // A mark that may not begin a line hangs over its end.
    for (const line of lines) expect(textWidth(line.slice(0, -1), 10)).toBeLessThanOrEqual(120);
  });
  it("neither begin with a full stop nor end with an opening bracket", () => {
    expect(textLines("あいう。えお", 10, 30)).toEqual(["あいう。", "えお"]);
    expect(textLines("あい（うえ）", 10, 30)).toEqual(["あい", "（うえ）"]);
  });
  it("keep English words whole", () => {
    expect(textLines("a target nor a figure", 10, 60)).toEqual(["a target", "nor a", "figure"]);
  });
  it("end where there is no more room", () => {
    expect(textLines("あいうえおかきく", 10, 20, 2)).toEqual(["あい", "う…"]);
    expect(textLines("", 10, 20)).toEqual([]);
  });
});
