import { describe, expect, it } from "vitest";
import { isoText, numberText } from "./cell-text.ts";
import { shapeOfBuiltIn, shapeOfFormat, shapeOfShown } from "./number-format.ts";
import { cellAddress } from "./table.ts";

const text = (stored: string, format = "General", from1904 = false) =>
  numberText(stored, shapeOfFormat(format), from1904);

describe("a number in a cell", () => {
  it.each([
    ["0.30000000000000004", "General", "0.3"],
    ["12.899999999999999", "0.0", "12.9"],
    ["1E+21", "General", "1000000000000000000000"],
    ["1.5E-7", "General", "0.00000015"],
    ["-0.5", "General", "-0.5"],
    ["-0", "General", "0"],
    ["123456789012345678", "0", "123456789012346000"],
    ["1450", '#,##0"人"', "1450"],
    ["1450.5", "#,##0", "1450.5"],
    ["-198", '#,##0;"▲"#,##0', "-198"],
    ["-198", "#,##0;[Red]▲#,##0", "-198"],
    ["1450000", "#,##0,", "1450"],
    ["1450000000", '#,##0.0,,"百万円"', "1450"],
    ["1234567", '#,##0,"千人";▲#,##0,"千人"', "1234.567"],
    ["1450000", '[>=1000000]0.0,,"百万";0', "1450000"],
    ["0.129", "0.0%", "12.9%"],
    ["0.12899999999999999", "0.0%", "12.9%"],
    ["-0.0238", "0.00%;▲0.00%", "-2.38%"],
    ["1.1", "0%", "110%"],
    ["12.9", '0.0"%"', "12.9"],
    ["12345.678", "0.00E+00", "12345.678"],
    ["5", "[$-411]General", "5"],
    ["5", '[DBNum1]General"人"', "5"],
    ["2024", '0"年度"', "2024"],
    ["1234", "[$¥-411]#,##0", "1234"],
    ["7", "_(* #,##0_);_(* (#,##0);_(* \\-_);_(@_)", "7"],
    ["調査中", "General", "調査中"],
  ])("%s in %s is %s", (stored, format, expected) => {
    expect(text(stored, format)).toBe(expected);
  });
});

it.each([
  ["1450000", "1,450千人", "1450"],
  ["1450400", "1,450", "1450.4"],
  ["-1450000000", "▲1.45十億円", "-1.45"],
  ["1450", "1,450人", "1450"],
  ["1450", "###", "1450"],
  ["1450000", "1.45E+06", "1450000"],
  ["0.5", "1/2", "0.5"],
  ["0", "0千人", "0"],
])("%s shown as %s is %s", (stored, shown, expected) => {
  expect(numberText(stored, shapeOfShown(stored, shown), false)).toBe(expected);
});

describe("a day in a cell", () => {
  it.each([
    ["46356", "yyyy/m/d", "2026-11-30"],
    ["46356", '[$-411]ggge"年"m"月"d"日"', "2026-11-30"],
    ["46356", "[$-ja-JP-x-gannen]ge.m.d", "2026-11-30"],
    ["46356", 'm"月"d"日"', "2026-11-30"],
    ["46356", "mmm", "2026-11-30"],
    ["46356", "[$-F800]dddd, mmmm dd, yyyy", "2026-11-30"],
    ["46356", "aaa", "2026-11-30"],
    ["46356.39583333333", "yyyy/m/d h:mm", "2026-11-30T09:30:00"],
    ["0.39583333333333331", "h:mm", "09:30:00"],
    ["1.25", "[h]:mm", "30:00:00"],
    ["0.5", "h:mm AM/PM", "12:00:00"],
    ["1", "yyyy/m/d", "1900-01-01"],
    ["60", "yyyy/m/d", "1900-02-29"],
    ["61", "yyyy/m/d", "1900-03-01"],
    ["-1", "yyyy/m/d", "-1"],
    ["2958466", "yyyy/m/d", "2958466"],
  ])("%s in %s is %s", (stored, format, expected) => {
    expect(text(stored, format)).toBe(expected);
  });

  it("counts from 1904 where the workbook does", () => {
    expect(text("44894", "yyyy/m/d", true)).toBe("2026-11-30");
    expect(text("0", "yyyy/m/d", true)).toBe("1904-01-01");
  });

  it.each([
    [14, "date"],
    [31, "date"],
    [57, "date"],
    [20, "time"],
    [33, "time"],
    [3, "number"],
  ])("is what format %i shows: %s", (id, kind) => {
    expect(shapeOfBuiltIn(id).kind).toBe(kind);
  });

  it("written in XML loses a midnight that nobody typed", () => {
    expect(isoText("2026-11-30T00:00:00")).toBe("2026-11-30");
    expect(isoText("2026-11-30T00:00:00.000Z")).toBe("2026-11-30");
    expect(isoText("2026-11-30T09:30:00")).toBe("2026-11-30T09:30:00");
    expect(isoText("2026-11-30")).toBe("2026-11-30");
  });
});

it("says where a cell stands", () => {
  expect(cellAddress("指標", 12, 4)).toBe("指標!D12");
  expect(cellAddress("", 1, 28)).toBe("AB1");
  expect(cellAddress("実績", 2, 16384)).toBe("実績!XFD2");
});
