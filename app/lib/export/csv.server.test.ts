import { describe, expect, it } from "vitest";
import { renderCsv } from "./csv.server.ts";

const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

describe("a CSV file", () => {
  it("is what Excel opens: UTF-8 with its mark, CRLF, quotes where they are needed", () => {
    const bytes = renderCsv({
      columns: [
        { header: "指標", kind: "text" },
        { header: "備考, その他", kind: "text" },
      ],
      rows: [
        ["「宣言」企業", '"引用"'],
        ["二行\r\nの文", null],
      ],
    });
    expect(text(bytes)).toBe(
      '\uFEFF指標,"備考, その他"\r\n「宣言」企業,"""引用"""\r\n"二行\nの文",\r\n',
    );
  });

  it("has plain figures, percentages, and nothing where nothing was reported", () => {
    const bytes = renderCsv({
      columns: [
        { header: "年度", kind: "year" },
        { header: "実績値", kind: "figure" },
        { header: "達成率", kind: "rate" },
        { header: "評価", kind: "mark" },
      ],
      rows: [
        [2023, "-1450.50", "0.9129", "○"],
        [2024, null, null, null],
        [2025, { words: "調査中" }],
      ],
    });
    expect(text(bytes).split("\r\n").slice(1)).toEqual([
      "令和5（2023）年度,-1450.50,91.3%,○",
      "令和6（2024）年度,,,",
      "令和7（2025）年度,調査中,,",
      "",
    ]);
  });

  it("holds no formula, whatever was typed", () => {
    const hostile = ["=1+1", "+1", "-1", "@a", "\ta", "\ra", "＝1+1", "－10", "－", "a=1"];
    const bytes = renderCsv({
      columns: [{ header: "=1", kind: "text" }],
      rows: hostile.map((cell) => [cell]),
    });
    expect(text(bytes)).toBe(
      "\uFEFF'=1\r\n'=1+1\r\n'+1\r\n'-1\r\n'@a\r\n\"'\ta\"\r\n\"'\na\"\r\n'＝1+1\r\n'－10\r\n－\r\na=1\r\n",
    );
  });
});
