import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { exact, toDecimal } from "./exact.ts";
import { formatFigure, formatRate } from "./format.ts";
import { parseFigure } from "./parse.ts";

const decimal = fc
  .tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) =>
    toDecimal(exact(digits.toString()).div(10n ** BigInt(places)), places),
  );

describe("parseFigure reads what people type", () => {
  it.each([
    ["１，４５０", "件", "1450"],
    ["１，４５０件", "件", "1450"],
    ["1.2兆円", "億円", "12000"],
    ["1兆408億円", "億円", "10408"],
    ["1,400億円", "億円", "1400"],
    ["1,400", "億円", "1400"],
    ["約792万4千人", "人", "7924000"],
    ["約792万4千人", "万人", "792.4"],
    ["792.4万人", "万人", "792.4"],
    ["▲198", "人", "-198"],
    ["－0.49％", "％", "-0.49"],
    ["−2.38", "％", "-2.38"],
    ["-2.38%", "％", "-2.38"],
    [" 6 9 , 8 9 0 t-CO2 ", "t-CO2", "69890"],
    ["1,233万人泊", "万人泊", "1233"],
    ["２０", "社局", "20"],
    ["598,896千人", "千人", "598896"],
    ["0", "件", "0"],
    ["007", "件", "7"],
  ])("%s in %s is %s", (text, unit, value) => {
    expect(parseFigure(text, unit)).toEqual({ ok: true, value });
  });

  it.each([
    ["", "件", "empty"],
    ["　", "件", "empty"],
    ["△12.9％", "％", "ambiguous"],
    ["約百", "件", "unreadable"],
    ["1,45", "件", "unreadable"],
    ["12-13", "件", "unreadable"],
    ["1e9", "件", "unit"],
    ["3人", "件", "unit"],
    ["4千792万", "人", "unreadable"],
    [`${"1".repeat(5000)},`, "件", "unreadable"],
    ["9".repeat(30), "件", "too_large"],
  ])("refuses %s in %s: %s", (text, unit, reason) => {
    expect(parseFigure(text, unit)).toEqual({ ok: false, reason });
  });

  test.prop([decimal])("reads back every figure that it prints", (value) => {
    expect(parseFigure(formatFigure(value), "件")).toEqual({ ok: true, value });
  });

  test.prop([fc.string({ maxLength: 200 })])("never throws and never hangs on any text", (text) => {
    expect(typeof parseFigure(text, "件").ok).toBe("boolean");
  });
});

describe("formatFigure", () => {
  it.each([
    ["12300", "12,300"],
    ["-198", "▲198"],
    ["466.5", "466.5"],
    ["-1234567.25", "▲1,234,567.25"],
    ["0", "0"],
    [null, "－"],
  ])("%s is written %s", (value, text) => expect(formatFigure(value)).toBe(text));

  it("rounds rates half up for display only", () => {
    expect(formatRate("0.9129")).toBe("91.3％");
    expect(formatRate("1.2345")).toBe("123.5％");
    expect(formatRate("-0.00049")).toBe("0％");
    expect(formatRate(null)).toBe("－");
  });
});

describe("toDecimal", () => {
  it("rounds half away from zero, as 四捨五入 does", () => {
    expect(toDecimal(exact("466.5"), 0)).toBe("467");
    expect(toDecimal(exact("-466.5"), 0)).toBe("-467");
    expect(toDecimal(exact("1").div(3n), 4)).toBe("0.3333");
  });
  it("refuses binary floats and exponents", () => {
    expect(() => exact("1e3")).toThrow(RangeError);
    expect(() => exact("NaN")).toThrow(RangeError);
  });
});
