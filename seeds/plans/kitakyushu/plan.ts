import type { PlanData } from "#seeds/plans/plan-data.ts";
import { directions1to4 } from "./goal-1-directions-1-to-4.ts";
import { directions5to6 } from "./goal-1-directions-5-to-6.ts";
import { directions7to9 } from "./goal-1-directions-7-to-9.ts";
import { goal2Directions } from "./goal-2.ts";
import { term } from "./printed.ts";
import { published } from "./published.ts";

/**
 * The strategy of 北九州市 for H27 to H31 with its results of H27 and H28, as printed: 基本目標Ⅰ in
 * full, Ⅱ as far as the document at hand reaches, Ⅲ to Ⅴ not at all, so that the counts of Ⅱ stay
 * below the stated ones. The official title and the names of the goals are not among what was
 * transcribed; the measures are numbered through in the order of the document.
 *
 * KPIs that stand in several measures are one indicator only where the document merges their cells
 * or marks the measure 再掲. Those printed again without a mark stay indicators of their own, also
 * where the figures differ (企業等との共同研究: 4 and 7).
 */
export const kitakyushu: PlanData = {
  code: "kitakyushu",
  name: "北九州市総合戦略（H27～H31）",
  nickname: null,
  owner: "kitakyushu",
  firstFy: "H27",
  lastFy: "H31",
  outcomeTerm: term,
  levelNames: { goal: "基本目標", policy: "施策の方向", project: "具体的施策" },
  participants: [],
  sheet: "measures",
  // The document prints the bands. 毎年の目標 are held against the year, all others against the line
  // to their target; where there is no line to draw, against the target itself.
  rubric: {
    name: "北九州市総合戦略 評価基準",
    expectation: "roadmap",
    withoutLine: "final",
    rate: { default: "ratio", byValueKind: {} },
    marks: [
      { symbol: "A", label: "120%以上", tone: "excellent" },
      { symbol: "B", label: "100～119%", tone: "good" },
      { symbol: "C", label: "70～99%", tone: "fair" },
      { symbol: "D", label: "69%以下", tone: "poor" },
      { symbol: "対象外", label: "数値目標対象外", tone: "none", counted: false },
      { symbol: "調査中", label: "調査中", tone: "none", counted: false },
      { symbol: "終了", label: "終了", tone: "none", byHand: true, counted: false },
    ],
    rules: [
      { test: "no_figure", because: ["under_survey", "provisional"], mark: "調査中" },
      { test: "no_figure", because: ["not_applicable", "no_data", "no_survey"], mark: "対象外" },
      { test: "achievement_rate", is: ">=", bound: "1.2", mark: "A" },
      { test: "achievement_rate", is: ">=", bound: "1", mark: "B" },
      { test: "achievement_rate", is: ">=", bound: "0.7", mark: "C" },
      { test: "achievement_rate", is: "<", bound: "0.7", mark: "D" },
      // Measures of which a plan was due and made are graded B.
      { test: "milestone", reached: true, mark: "B" },
      { test: "milestone", reached: false, mark: "D" },
    ],
    notJudgeable: "対象外",
    incomplete: "withhold",
    combination: "best",
    countBy: "project",
    outlook: [],
  },
  goals: [
    {
      code: "G1",
      number: "Ⅰ",
      name: "基本目標Ⅰ",
      lead: "kitakyushu",
      outcomes: [],
      policies: [...directions1to4, ...directions5to6, ...directions7to9],
    },
    {
      code: "G2",
      number: "Ⅱ",
      name: "基本目標Ⅱ",
      lead: "kitakyushu",
      outcomes: [],
      policies: goal2Directions,
    },
  ],
  published,
};
