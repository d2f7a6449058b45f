import { describe, expect, it } from "vitest";
import {
  dateInJapan,
  fiscalYearLabel,
  fiscalYearOf,
  fiscalYearShort,
  parseFiscalYear,
} from "./fiscal-year.ts";

describe("labels", () => {
  it("writes the era and the western year", () => {
    expect(fiscalYearLabel(2024)).toBe("令和6（2024）年度");
    expect(fiscalYearShort(2024)).toBe("R6");
  });
  it("calls FY2019 令和元年度 although it began in 平成, and FY2018 平成30年度", () => {
    expect(fiscalYearLabel(2019)).toBe("令和元（2019）年度");
    expect(fiscalYearShort(2019)).toBe("R1");
    expect(fiscalYearShort(2018)).toBe("H30");
  });
  it("refuses what is no year", () => {
    expect(() => fiscalYearLabel(1900)).toThrow(RangeError);
    expect(() => fiscalYearShort(2024.5)).toThrow(RangeError);
  });
});

describe("the year of a moment", () => {
  it("turns at midnight in Japan between 31 March and 1 April", () => {
    expect(fiscalYearOf(new Date("2024-03-31T23:59:59+09:00"))).toBe(2023);
    expect(fiscalYearOf(new Date("2024-04-01T00:00:00+09:00"))).toBe(2024);
    expect(fiscalYearOf(new Date("2024-02-29T12:00:00+09:00"))).toBe(2023);
  });
});

it("dates a moment by the calendar of Japan", () => {
  expect(dateInJapan(new Date("2026-11-30T14:59:59Z"))).toBe("2026-11-30");
  expect(dateInJapan(new Date("2026-11-30T15:00:00Z"))).toBe("2026-12-01");
});

describe("reading a year", () => {
  it.each([
    ["2023", 2023],
    ["２０２３", 2023],
    ["R5", 2023],
    ["令和元年度", 2019],
    ["H27", 2015],
    ["平成28年度", 2016],
  ])("%s is %i", (text, fy) => expect(parseFiscalYear(text)).toBe(fy));
  it.each(["", "R0", "23", "2023/04", "令和", "1e3"])("refuses %s", (text) =>
    expect(parseFiscalYear(text)).toBeNull(),
  );
});
