import type { Decimal } from "#app/domain/figure/exact.ts";

/** Shares a whole number out by weight so that the parts add up to it (largest remainder). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const quotas = weights.map((weight) => (total * weight) / all);
  const parts = quotas.map(Math.floor);
  const left = total - parts.reduce((sum, part) => sum + part, 0);
  const largestFirst = quotas
    .map((quota, index) => ({ index, remainder: quota - Math.floor(quota) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of largestFirst.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** How many digits follow the point. */
export function places(decimal: Decimal): number {
  return decimal.split(".")[1]?.length ?? 0;
}

/** 「129.4」 with one place is 1,294 tenths. */
export function toUnits(decimal: Decimal, digits: number): number {
  const [head = "", tail = ""] = decimal.split(".");
  return Number.parseInt(head + tail.padEnd(digits, "0"), 10);
}

/** 1,294 tenths are 「129.4」; without trailing zeros. */
export function fromUnits(units: number, digits: number): Decimal {
  if (digits === 0) return units.toString();
  const text = units.toString().padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`.replace(/\.?0+$/, "");
}
