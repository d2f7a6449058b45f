import type { PlanData } from "#seeds/plans/plan-data.ts";
import { goals } from "./goals.ts";
import { strategies } from "./strategies.ts";

/**
 * The strategy of 美祢市 for H27 to H31, as printed: the whole tree, and KPIs and schedules of the
 * three measures whose detail is in the document at hand. The official title is not among what was
 * transcribed, so the name only describes the plan. No results are published in it.
 */
export const mine: PlanData = {
  code: "mine",
  name: "美祢市総合戦略（H27～H31）",
  nickname: null,
  owner: "mine",
  firstFy: "H27",
  lastFy: "H31",
  outcomeTerm: { firstFy: "H27", lastFy: "H31" },
  levelNames: { goal: "基本目標", policy: "戦略", project: "施策", strategy: "重要戦略" },
  participants: [],
  sheet: "schedule",
  // The plan prints no rubric; this is the one that its neighbours commonly use, and its name says so.
  rubric: {
    name: "美祢市総合戦略 評価基準（市の公表した基準がないため仮の基準）",
    expectation: "roadmap",
    rate: { default: "ratio", byValueKind: {} },
    marks: [
      { symbol: "○", label: "達成", tone: "good" },
      { symbol: "△", label: "おおむね達成", tone: "fair" },
      { symbol: "×", label: "未達", tone: "poor" },
      { symbol: "ー", label: "判定不能", tone: "none" },
    ],
    rules: [
      { test: "achievement_rate", is: ">=", bound: "1", mark: "○" },
      { test: "achievement_rate", is: ">=", bound: "0.7", mark: "△" },
      { test: "achievement_rate", is: "<", bound: "0.7", mark: "×" },
      { test: "milestone", reached: true, mark: "○" },
      { test: "milestone", reached: false, mark: "×" },
    ],
    notJudgeable: "ー",
    incomplete: "withhold",
    combination: "worst",
    countBy: "indicator",
  },
  goals,
  strategies,
};
