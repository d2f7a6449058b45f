import type { ValueKind } from "../indicator/definition.ts";
import { type Decimal, exact, toDecimal } from "./exact.ts";

/**
 * How many digits of a computed figure people read: rates, and whatever an interpolation gives,
 * to one place, 四捨五入, unless the indicator says how many it is printed with. Reported figures of
 * other kinds stand as they were reported.
 */
export function displayFigure(
  value: Decimal | null,
  indicator: { valueKind: ValueKind; places?: number | null },
): Decimal | null {
  if (value === null) return null;
  const decimals = value.split(".")[1]?.length ?? 0;
  const places = indicator.places ?? (indicator.valueKind === "rate" ? 1 : 2);
  return decimals > places ? toDecimal(exact(value), places) : value;
}
