import type { PlanData } from "#seeds/plans/plan-data.ts";
import { goals } from "./goals.ts";
import { published } from "./published.ts";

/**
 * The strategy of 久留米市 for H27 to H31 with its results of H27 and H28, as printed. The official
 * title is not among what was transcribed, so the name only describes the plan. The sheets print the
 * numeric targets of each goal and, for the directions, only counts of KPIs that they do not name.
 */
export const kurume: PlanData = {
  code: "kurume",
  name: "久留米市総合戦略（H27～H31）",
  nickname: null,
  owner: "kurume",
  firstFy: "H27",
  lastFy: "H31",
  outcomeTerm: { firstFy: "H27", lastFy: "H31" },
  levelNames: { goal: "基本目標", policy: "施策の基本的方向", project: "事業" },
  participants: [],
  sheet: "numeric_targets",
  // The document prints the bands and leaves open what counts as 100 ％; held against the year's own
  // target, and rates by the way gone from the baseline, all eleven printed marks follow.
  rubric: {
    name: "久留米市総合戦略 評価基準",
    expectation: "roadmap",
    rate: { default: "ratio", byValueKind: { rate: "improvement" } },
    marks: [
      { symbol: "○", label: "達成できた（100％以上）", tone: "good" },
      { symbol: "△", label: "概ね達成できた（70－100％未満）", tone: "fair" },
      { symbol: "×", label: "達成できなかった（70％未満）", tone: "poor" },
      { symbol: "ー", label: "現時点では判断が困難", tone: "none" },
    ],
    rules: [
      {
        test: "no_figure",
        because: ["provisional", "under_survey", "no_data", "not_applicable", "no_survey"],
        mark: "ー",
      },
      { test: "achievement_rate", is: ">=", bound: "1", mark: "○" },
      { test: "achievement_rate", is: ">=", bound: "0.7", mark: "△" },
      { test: "achievement_rate", is: "<", bound: "0.7", mark: "×" },
    ],
    notJudgeable: "ー",
    incomplete: "withhold",
    combination: "worst",
    countBy: "indicator",
    outlook: [
      { symbol: "A", label: "目標を達成できる見込み", tone: "good" },
      { symbol: "B", label: "目標達成には努力を要する", tone: "fair" },
      { symbol: "C", label: "目標達成には厳しい状況にある", tone: "poor" },
    ],
  },
  goals,
  published,
};
