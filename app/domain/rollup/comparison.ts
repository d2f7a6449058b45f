import { type Decimal, type Exact, sum, toDecimal, whole } from "../figure/exact.ts";
import { type Direction, falls } from "../indicator/definition.ts";
import type { Quality } from "../observation/states.ts";
import type { YearlyAnswer } from "./over-time.ts";
import { perCapita } from "./population.ts";

/** So many shades a map has: the values from the least to the greatest in equal steps. */
export const shades = 5;

/** One organisation beside the others. */
export type ComparedRow = {
  organisation: string;
  /** Null where it has not answered. */
  quality: Quality | null;
  value: Decimal | null;
  words: string | null;
  reached: boolean | null;
  isDemo: boolean;
  /** 1 is the best by the direction of the indicator; equal values share a rank. */
  rank: number | null;
  /** Of what all reported add up to, 1 being the whole; null where they do not add up. */
  share: Decimal | null;
  /** For every 100,000 people of the prefecture; null where its people are not known or the figure is no count. */
  perCapita: Decimal | null;
  /** 0 for the least values up to `shades` − 1; of an answer in words the last where it is reached. */
  shade: number | null;
  /** Its figure in each year of the comparison. */
  trend: (Decimal | null)[];
  /** A made-up figure is among them. */
  trendIsDemo: boolean;
};

export type Comparison = {
  rows: ComparedRow[];
  /** The bounds of the shades, from the least value to the greatest; none without two values. */
  bounds: Decimal[];
};

/**
 * The reporters of an indicator beside each other: `years` are the accepted answers of each year up to
 * the one compared, which is the last. Nothing missing is taken for zero: who has no figure has no
 * rank, no share and no shade.
 */
export function compare(
  reporters: readonly string[],
  years: readonly (readonly YearlyAnswer[])[],
  { direction, adds, counts }: { direction: Direction; adds: boolean; counts: boolean },
): Comparison {
  const last = years.at(-1) ?? [];
  const figures = last.flatMap((answer) => figureOf(answer) ?? []);
  const [least, greatest] = extent(figures);
  const total = adds && figures.length > 0 ? sum(figures) : null;
  const better = (a: Exact, b: Exact) => (falls(direction) ? a.compare(b) < 0 : a.compare(b) > 0);
  const rows = reporters.map((organisation): ComparedRow => {
    const answer = last.find((each) => each.organisation === organisation);
    const figure = answer ? figureOf(answer) : null;
    return {
      organisation,
      quality: answer?.quality ?? null,
      value: figure && toDecimal(figure),
      words: answer?.words ?? null,
      reached: answer?.reached ?? null,
      isDemo: answer?.isDemo ?? false,
      rank: figure && 1 + figures.filter((other) => better(other, figure)).length,
      share: figure && total && total.compare(0) > 0 ? toDecimal(figure.div(total)) : null,
      perCapita: figure && adds && counts ? perCapita(organisation, figure) : null,
      shade: shadeOf(figure, answer?.reached ?? null, least, greatest),
      trend: years.map((answers) => {
        const found = answers.find((each) => each.organisation === organisation);
        const known = found && figureOf(found);
        return known ? toDecimal(known) : null;
      }),
      trendIsDemo: years.some((answers) =>
        answers.some((each) => each.organisation === organisation && each.isDemo),
      ),
    };
  });
  return { rows, bounds: boundsOf(least, greatest) };
}

/** A figure in the indicator's unit; a fraction in per cent. */
function figureOf({ value, numerator, denominator }: YearlyAnswer): Exact | null {
  if (value !== null) return value;
  if (numerator === null || denominator === null || denominator.equals(0)) return null;
  return numerator.div(denominator).mul(100n);
}

function extent(figures: readonly Exact[]): [Exact | null, Exact | null] {
  const sorted = figures.toSorted((a, b) => a.compare(b));
  return [sorted[0] ?? null, sorted.at(-1) ?? null];
}

function shadeOf(
  figure: Exact | null,
  reached: boolean | null,
  least: Exact | null,
  greatest: Exact | null,
): number | null {
  if (figure === null) return reached === null ? null : reached ? shades - 1 : 0;
  if (least === null || greatest === null || least.equals(greatest)) return shades - 1;
  const step = greatest.sub(least).div(whole(shades));
  for (let shade = 0; shade < shades - 1; shade++)
    if (figure.compare(least.add(step.mul(whole(shade + 1)))) < 0) return shade;
  return shades - 1;
}

function boundsOf(least: Exact | null, greatest: Exact | null): Decimal[] {
  if (least === null || greatest === null || least.equals(greatest)) return [];
  const step = greatest.sub(least).div(whole(shades));
  return Array.from({ length: shades + 1 }, (_, index) =>
    toDecimal(least.add(step.mul(whole(index))), 2),
  );
}
