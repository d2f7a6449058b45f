import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Asked } from "../observation/answer.ts";
import { parseClipboard, writeClipboard } from "./clipboard.ts";
import { columnsOf } from "./columns.ts";
import { layBlock, type PasteRow } from "./paste.ts";

describe("what a spreadsheet put on the clipboard", () => {
  it.each([
    [
      "1\t2\r\n3\t4\r\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    [
      "１，４５０件\t確定\n▲198\t集計中",
      [
        ["１，４５０件", "確定"],
        ["▲198", "集計中"],
      ],
    ],
    ['"一行目\n二行目"\t2\n', [["一行目\n二行目", "2"]]],
    ['"「""確定""」"\t"a\tb"', [['「"確定"」', "a\tb"]]],
    ['"閉じない\t2', [['"閉じない', "2"]]],
    ['12"\t3', [['12"', "3"]]],
    [
      "\t\n\t",
      [
        ["", ""],
        ["", ""],
      ],
    ],
    ["1\n\n2", [["1"], [""], ["2"]]],
    ["1", [["1"]]],
    ["", []],
  ])("%j", (text, block) => {
    expect(parseClipboard(text)).toEqual(block);
  });

  const cell = fc.string({ unit: fc.constantFrom("1", "件", "\t", "\n", '"', " ") });
  const block = fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 5,
    }),
  );
  test.prop([block])("comes out as it went in", (rows) => {
    // The line break after the last row is what spreadsheets write; it also keeps a last empty cell.
    expect(parseClipboard(`${writeClipboard(rows)}\n`)).toEqual(rows);
  });

  it("takes its time for nothing, however long", () => {
    const started = performance.now();
    parseClipboard(`"${'a"'.repeat(50_000)}`);
    parseClipboard('"\t'.repeat(2_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("a block laid on the grid", () => {
  const figure: Asked = { unit: "件", direction: "increase", aggregation: "sum" };
  const fraction: Asked = { unit: "％", direction: "increase", aggregation: "ratio" };
  const milestone: Asked = { unit: "", direction: "milestone", aggregation: "single" };
  const rows: PasteRow[] = [
    { key: "a:0", asked: figure, locked: false },
    { key: "b:0", asked: fraction, locked: false },
    { key: "c:0", asked: figure, locked: true },
    { key: "d:0", asked: milestone, locked: false },
  ];
  const words = {
    quality: { 確定: "final", 集計中: "provisional" },
    reached: { 達成: "yes", 未達: "no" },
  };
  const lay = (text: string, row = 0, column = 0) =>
    layBlock(
      parseClipboard(text),
      { rows, columns: columnsOf(rows.map((r) => r.asked)), words },
      { row, column },
    );

  it("fills down and to the right, and passes over what a row does not have", () => {
    const { cells, leftOut } = lay(
      "１，４５０件\t\t集計中\t備考\n30\t90\t確定\n5\n公布した\t達成\t\tx\t余り",
    );
    expect(cells.map(({ key, field, text, error }) => [key, field, text, error])).toEqual([
      ["a:0", "value", "１，４５０件", null],
      ["a:0", "quality", "provisional", null],
      ["a:0", "note", "備考", null],
      ["b:0", "numerator", "30", null],
      ["b:0", "denominator", "90", null],
      ["b:0", "quality", "final", null],
      ["d:0", "words", "公布した", null],
      ["d:0", "reached", "yes", null],
      ["d:0", "quality", "final", null],
      ["d:0", "note", "x", null],
    ]);
    expect(leftOut).toBe(1);
  });

  it("keeps what it cannot read, with the reason", () => {
    const { cells } = lay("百件\t\t確定値\n△5\t90円");
    expect(cells.map(({ field, text, error }) => [field, text, error])).toEqual([
      ["value", "百件", "figure.unreadable"],
      ["quality", "確定値", "entry.quality"],
      ["numerator", "△5", "figure.ambiguous"],
      ["denominator", "90円", "figure.unit"],
    ]);
  });

  it("does not run over the last row", () => {
    const { cells, leftOut } = lay("1\n2\n3", 3);
    expect(cells.map(({ key }) => key)).toEqual(["d:0"]);
    expect(leftOut).toBe(2);
  });

  it("has no second column where nobody is asked for anything in it", () => {
    expect(columnsOf([figure])).toEqual(["first", "quality", "note"]);
  });
});
