import type {
  aggregations,
  directions,
  frequencies,
  NodeKind,
  seriesKinds,
  targetBounds,
  themes,
  valueKinds,
} from "../indicator/definition.ts";
import type { qualities } from "../observation/states.ts";
import { plainWord } from "./table.ts";

/** The words that the cells of a plan's workbook may hold for each value; the first is in its lists. */
export type Words<Value extends string> = Readonly<Record<Value, readonly [string, ...string[]]>>;

// These words are the file format, so that they stand with its rules and not among the pages' words.
export const kindWords: Words<Exclude<NodeKind, "strategy">> = {
  goal: ["基本目標", "PT"],
  policy: ["施策", "基本施策"],
  project: ["事業", "プロジェクト", "取組"],
};
export const seriesWords: Words<(typeof seriesKinds)[number]> = {
  annual: ["単年度", "単年"],
  cumulative: ["累計", "延べ"],
  stock: ["年度末時点", "時点"],
};
export const directionWords: Words<(typeof directions)[number]> = {
  increase: ["増加を目指す", "増加"],
  decrease: ["減少を目指す", "減少"],
  at_least: ["以上・維持", "以上", "維持"],
  at_most: ["以内", "以下"],
  milestone: ["到達状況（文章）", "到達状況", "文章"],
};
export const valueKindWords: Words<(typeof valueKinds)[number]> = {
  count: ["実数", "件数・金額などの実数"],
  rate: ["割合（％）", "割合"],
  index: ["指数", "指数など"],
  rank: ["順位"],
  text: ["文章"],
};
export const aggregationWords: Words<(typeof aggregations)[number]> = {
  single: ["1団体が報告", "域内の値として1団体が報告"],
  sum: ["合計", "各団体の値の合計"],
  ratio: ["分子と分母の合計", "分子の合計÷分母の合計"],
  mean: ["平均", "各団体の値の平均"],
  weighted_mean: ["加重平均", "各団体の値の加重平均"],
  min: ["最小", "各団体の値の最小"],
  max: ["最大", "各団体の値の最大"],
  count_reached: ["達成した団体の数"],
};
export const frequencyWords: Words<(typeof frequencies)[number]> = {
  yearly: ["毎年度", "年1回"],
  half_yearly: ["半期ごと"],
  quarterly: ["四半期ごと"],
  monthly: ["毎月"],
  every_n_years: ["数年ごと"],
};
export const boundWords: Words<(typeof targetBounds)[number]> = {
  at_least: ["以上"],
  at_most: ["以内", "以下"],
};
export const themeWords: Words<(typeof themes)[number]> = {
  women: ["女性"],
  gx: ["GX"],
  digital: ["デジタル"],
};
export const qualityWords: Words<(typeof qualities)[number]> = {
  final: ["確定"],
  provisional: ["集計中"],
  under_survey: ["調査中"],
  not_applicable: ["対象外"],
  no_data: ["実績なし"],
};
export const reachedWords: Words<"yes" | "no"> = { yes: ["達成"], no: ["未達"] };
export const rubricWords: Words<"bands" | "grades" | "comparison"> = {
  bands: ["達成率で3段階（○・△・×）"],
  grades: ["達成率で4段階（A・B・C・D）"],
  comparison: ["目標値・基準値と比べる（S・A・B・C）"],
};

/** The words that a list offers. */
export function offered(words: Words<string>): string[] {
  return Object.values(words).map(([first]) => first);
}

/** The value of a word, whatever its width and blanks; null for one that is none of them. */
export function meaningOf<Value extends string>(words: Words<Value>, text: string): Value | null {
  const typed = plainWord(text);
  const found = (Object.entries(words) as [Value, readonly string[]][]).find(([, known]) =>
    known.some((word) => plainWord(word) === typed),
  );
  return found?.[0] ?? null;
}
