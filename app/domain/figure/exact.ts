import Fraction from "fraction.js";

/**
 * Exact numbers. Figures travel as decimal strings ("1234.5", the printed unit) between database,
 * services, API and pages, and are rationals while they are computed with, so that no threshold is
 * ever missed by a rounded intermediate result.
 */
export type Exact = Fraction;

/** A decimal in canonical writing: no exponent, no separators, no plus sign. */
export type Decimal = string;

const canonical = /^-?\d+(\.\d+)?$/;

/** The exact number of a canonical decimal. Throws RangeError for anything else, also for floats. */
export function exact(decimal: Decimal): Exact {
  if (!canonical.test(decimal)) throw new RangeError(`Not a decimal: ${decimal}`);
  const point = decimal.indexOf(".");
  if (point === -1) return new Fraction(BigInt(decimal), 1n);
  const places = BigInt(decimal.length - point - 1);
  return new Fraction(BigInt(decimal.replace(".", "")), 10n ** places);
}

/** The exact number of a whole count. */
export function whole(count: number): Exact {
  if (!Number.isSafeInteger(count)) throw new RangeError(`Not a whole number: ${count}`);
  return new Fraction(BigInt(count));
}

export function isDecimal(text: string): boolean {
  return canonical.test(text);
}

/**
 * Writes a number as a decimal. Terminating decimals of up to `places` digits are written in full
 * without trailing zeros; others are rounded half away from zero at `places` (四捨五入).
 */
export function toDecimal(value: Exact, places = 10): Decimal {
  const scaled = value.abs().mul(10n ** BigInt(places));
  const rounded = (scaled.n * 2n + scaled.d) / (scaled.d * 2n);
  const digits = rounded.toString().padStart(places + 1, "0");
  const head = digits.slice(0, digits.length - places);
  const tail = places === 0 ? "" : digits.slice(-places).replace(/0+$/, "");
  const unsigned = tail ? `${head}.${tail}` : head;
  return value.compare(0) < 0 && unsigned !== "0" ? `-${unsigned}` : unsigned;
}

/** Σ of several numbers; zero of none. Callers decide first whether "none" may be called zero. */
export function sum(values: readonly Exact[]): Exact {
  // Over a common denominator: adding fractions one by one would reduce each time.
  let numerator = 0n;
  let denominator = 1n;
  for (const { s, n, d } of values) {
    if (denominator % d !== 0n) {
      numerator *= d;
      denominator *= d;
    }
    numerator += s * n * (denominator / d);
  }
  return new Fraction(numerator, denominator);
}
