import { describe, expect, it } from "vitest";
import { formHeadings } from "#app/i18n/import.ts";
import { formId, keyOfNumber, printedNumber, readForm } from "./form.ts";

const saga = { plan: "jewels", round: 1, organisation: "saga" };
const head = ["番号", "PT", "実績値", "分母・重み・到達", "区分", "備考", "版"];
const row = ["SHG-1-1-a", "商工", "12", "", "確定", "", "3"];
const table = (...rows: string[][]) =>
  rows.map((cells, index) => ({ sheet: "様式", row: index + 1, cells }));
const read = (...rows: string[][]) => readForm(table(...rows), formHeadings, saga);

describe("a filled form", () => {
  it("is found by its words wherever they stand", () => {
    const found = read(
      ["実績の照会"],
      [],
      ["", "様式ＩＤ：", formId(saga)],
      ["備考", "実 績 値", "版", "番号"],
      ["速報", "１２", "3", "SHG−1−1−a"],
      [],
    );
    expect(found).toMatchObject({ ok: true, isForm: true });
    expect(found.ok && found.rows).toEqual([
      {
        at: "様式!D5",
        number: "SHG−1−1−a",
        key: "SHG-1-1-a:0",
        version: 3,
        cells: { first: { text: "１２", at: "様式!B5" }, note: { text: "速報", at: "様式!A5" } },
      },
    ]);
  });

  it("may carry its ID in a column, or beside the word for it", () => {
    const inColumn = read([...head, "様式ID"], [...row, formId(saga)]);
    const inOne = read([`様式ID ${formId(saga)}`], head, row);
    expect([inColumn, inOne].map((found) => found.ok && found.isForm)).toEqual([true, true]);
  });

  it("without an ID does not know what it was made from", () => {
    const found = read(head, row);
    expect(found.ok && found.rows[0]?.version).toBe(null);
  });

  it.each([
    ["of another organisation", formId({ ...saga, organisation: "nagasaki" }), "organisation"],
    ["of another round", formId({ ...saga, round: 2 }), "round"],
    ["of another plan", formId({ ...saga, plan: "kurume" }), "round"],
    ["of a later layout", "jewels-1-saga-v2", "layout"],
  ])("%s is refused", (_, id, problem) => {
    expect(read([id], head, row)).toMatchObject({ ok: false, problem });
  });

  it("without a head, with one twice, or with nothing in it is refused", () => {
    expect(read(["番号", "備考"], ["SHG-1-1-a", "x"])).toMatchObject({ problem: "heading" });
    expect(read([...head, "実績値"], row)).toMatchObject({ problem: "twice" });
    expect(read(head, ["", "小計", "", "", "", "", ""])).toMatchObject({ problem: "rows" });
  });

  it("keeps a row that answers something without a number, and heads that come again", () => {
    const found = read(head, ["", "", "5"], ["実績値", "番号"], ["7", "SHG-2-3-a:2"]);
    expect(found.ok && found.rows.map(({ key, cells }) => [key, cells.first?.text])).toEqual([
      [":0", "5"],
      ["SHG-2-3-a:2", "7"],
    ]);
  });
});

describe("a row's number", () => {
  it("comes back as the row", () => {
    expect(keyOfNumber(printedNumber("SHG-4-1-a", 0))).toBe("SHG-4-1-a:0");
    expect(keyOfNumber(printedNumber("SHG-4-1-a", 3))).toBe("SHG-4-1-a:3");
    expect(keyOfNumber(" ＳＨＧ‐４‐１‐ａ：３ ")).toBe("SHG-4-1-a:3");
  });
});
