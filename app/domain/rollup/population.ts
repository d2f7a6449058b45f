import { type Decimal, type Exact, toDecimal, whole } from "../figure/exact.ts";

/**
 * The people of each prefecture on 1 October 2020: 令和2年国勢調査 人口等基本集計 (Statistics Bureau, published
 * 30 November 2021). By the slug of its government.
 */
const population: Readonly<Record<string, number>> = {
  fukuoka: 5_135_214,
  saga: 811_442,
  nagasaki: 1_312_317,
  kumamoto: 1_738_301,
  oita: 1_123_852,
  miyazaki: 1_069_576,
  kagoshima: 1_588_256,
  okinawa: 1_467_480,
  yamaguchi: 1_342_059,
};

/** So many people a figure is told for. */
const perPeople = 100_000;

/** A figure of an organisation for every 100,000 people, with two places; null of no prefecture. */
export function perCapita(organisation: string, figure: Exact): Decimal | null {
  const people = population[organisation];
  if (people === undefined) return null;
  const [head, tail = ""] = toDecimal(figure.mul(whole(perPeople)).div(whole(people)), 2).split(
    ".",
  );
  return `${head}.${tail.padEnd(2, "0")}`;
}
