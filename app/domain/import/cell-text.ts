import type { NumberShape } from "./number-format.ts";

const dayMs = 86_400_000;
/** 31 December 9999, the last day that a spreadsheet shows. */
const lastDay = 2_958_465;
/** Days between the two beginnings of time, 1 January 1900 and 1904. */
const between = 1462;

/**
 * The text that a person would type for a number as it is shown: all its digits and no exponent,
 * 15 of them significant as spreadsheets count (0.1 + 0.2 is 0.3), per cents as 「12.9%」, days as
 * 「2026-11-30」, days with a time as 「2026-11-30T09:30:00」. What is no number stays as it is.
 */
export function numberText(stored: string, shape: NumberShape, from1904: boolean): string {
  const value = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(value)) return stored;
  if (shape.kind === "date") return dateText(value, from1904) ?? decimal(value, 0);
  if (shape.kind === "time") return timeText(value) ?? decimal(value, 0);
  const digits = value > 0 ? shape.positive : value < 0 ? shape.negative : shape.zero;
  return `${decimal(value, digits.shift)}${digits.percent ? "%" : ""}`;
}

/** A moment as a file in XML writes it: without its time where that is midnight. */
export function isoText(stored: string): string {
  return stored.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, "").replace(/\.0+(?=Z?$)|Z$/g, "");
}

/** A number of digits, its point moved `shift` places to the right. */
function decimal(value: number, shift: number): string {
  const [mantissa = "0", exponent = "0"] = Math.abs(value).toExponential(14).split("e");
  const digits = mantissa.replace(".", "");
  const point = 1 + Number(exponent) + shift;
  const padded =
    point < 1 ? digits.padStart(digits.length + 1 - point, "0") : digits.padEnd(point, "0");
  const at = Math.max(point, 1);
  const tail = padded.slice(at).replace(/0+$/, "");
  const unsigned = `${padded.slice(0, at)}${tail && `.${tail}`}`;
  return value < 0 ? `-${unsigned}` : unsigned;
}

/** Null for what no calendar shows. */
function dateText(value: number, from1904: boolean): string | null {
  const serial = from1904 ? value + between : value;
  const seconds = Math.round(serial * 86_400);
  if (serial < 0 || serial >= lastDay + 1) return null;
  const day = Math.floor(seconds / 86_400);
  // Lotus 1-2-3 took 1900 for a leap year, and spreadsheets have counted so since.
  const isoDay =
    day === 60 && !from1904
      ? "1900-02-29"
      : new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * dayMs).toISOString().slice(0, 10);
  const rest = seconds % 86_400;
  return rest === 0 ? isoDay : `${isoDay}T${clock(rest)}`;
}

/** Hours may pass 24, as in a sum of hours worked. */
function timeText(value: number): string | null {
  return value < 0 || value > lastDay ? null : clock(Math.round(value * 86_400));
}

function clock(seconds: number): string {
  return [seconds / 3600, (seconds % 3600) / 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, "0"))
    .join(":");
}
