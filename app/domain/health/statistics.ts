import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";

/** A statistic of the state that is not made every year. */
export type PeriodicStatistic = {
  name: RegExp;
  /** Years from one to the next. */
  interval: number;
  /** A fiscal year in which it was made. */
  madeIn: FiscalYear;
  /** What an indicator's name speaks of when this statistic can measure it. */
  about: RegExp;
};

/** The periodic statistics that regional plans lean on, with their published cycles. */
export const periodicStatistics: readonly PeriodicStatistic[] = [
  // Known from the big rounds of 国民生活基礎調査; plans name the figure rather than the survey.
  { name: /国民生活基礎調査|健康寿命/u, interval: 3, madeIn: 2016, about: /健康寿命/u },
  {
    name: /就業構造基本調査/u,
    interval: 5,
    madeIn: 2017,
    about: /就業|職業|就職|離職|働|雇用|労働|管理職|従業|育児|介護/u,
  },
  {
    name: /社会生活基本調査/u,
    interval: 5,
    madeIn: 2016,
    about: /時間|行動|活動|家事|育児|余暇|スポーツ|ボランティア|学習/u,
  },
  { name: /国勢調査/u, interval: 5, madeIn: 2015, about: /人口|世帯|就業|失業|通勤|率|割合/u },
  { name: /住宅・土地統計調査/u, interval: 5, madeIn: 2018, about: /住宅|住居|空き家|居住|土地/u },
  { name: /農林業センサス/u, interval: 5, madeIn: 2019, about: /農|林|経営体/u },
  { name: /漁業センサス/u, interval: 5, madeIn: 2018, about: /漁|水産/u },
  { name: /経済センサス.{0,3}活動調査/u, interval: 5, madeIn: 2016, about: /./u },
];

/** The statistic that a text names; null for one that is made every year or not known here. */
export function periodicStatistic(text: string): PeriodicStatistic | null {
  return periodicStatistics.find(({ name }) => name.test(text)) ?? null;
}
