import type { RubricData } from "./rubric.ts";

const unknown = {
  test: "no_figure",
  because: ["provisional", "under_survey", "no_data", "not_applicable", "no_survey"],
} as const;
const reached = { test: "milestone", reached: true } as const;
const missed = { test: "milestone", reached: false } as const;

/** Rubrics of the kinds that municipalities use, to begin one's own from. */
export const rubricTemplates: Record<string, { title: string; about: string; data: RubricData }> = {
  bands: {
    title: "達成率で3段階（○・△・×）",
    about: "100％以上、70％以上、70％未満に分けます。久留米市の形です。",
    data: {
      name: "達成率による3段階評価",
      expectation: "roadmap",
      rate: { default: "ratio", byValueKind: { rate: "improvement" } },
      marks: [
        { symbol: "○", label: "達成できた", tone: "good" },
        { symbol: "△", label: "おおむね達成できた", tone: "fair" },
        { symbol: "×", label: "達成できなかった", tone: "poor" },
        { symbol: "ー", label: "判断が困難", tone: "none" },
      ],
      rules: [
        { ...unknown, because: [...unknown.because], mark: "ー" },
        { test: "achievement_rate", is: ">=", bound: "1", mark: "○" },
        { test: "achievement_rate", is: ">=", bound: "0.7", mark: "△" },
        { test: "achievement_rate", is: "<", bound: "0.7", mark: "×" },
        { ...reached, mark: "○" },
        { ...missed, mark: "×" },
      ],
      notJudgeable: "ー",
      incomplete: "withhold",
      combination: "worst",
    },
  },
  grades: {
    title: "達成率で4段階（A・B・C・D）",
    about: "120％・100％・70％で分け、取組ごとに数えます。北九州市の形です。",
    data: {
      name: "達成率による4段階評価",
      expectation: "roadmap",
      withoutLine: "final",
      rate: { default: "ratio", byValueKind: {} },
      marks: [
        { symbol: "A", label: "120％以上", tone: "excellent" },
        { symbol: "B", label: "100％以上", tone: "good" },
        { symbol: "C", label: "70％以上", tone: "fair" },
        { symbol: "D", label: "70％未満", tone: "poor" },
        { symbol: "対象外", label: "数値目標対象外", tone: "none", counted: false },
        { symbol: "調査中", label: "調査中", tone: "none", counted: false },
        { symbol: "終了", label: "終了", tone: "none", byHand: true, counted: false },
      ],
      rules: [
        { test: "no_figure", because: ["provisional", "under_survey"], mark: "調査中" },
        { test: "no_figure", because: ["no_data", "not_applicable", "no_survey"], mark: "対象外" },
        { test: "achievement_rate", is: ">=", bound: "1.2", mark: "A" },
        { test: "achievement_rate", is: ">=", bound: "1", mark: "B" },
        { test: "achievement_rate", is: ">=", bound: "0.7", mark: "C" },
        { test: "achievement_rate", is: "<", bound: "0.7", mark: "D" },
        { ...reached, mark: "B" },
        { ...missed, mark: "D" },
      ],
      notJudgeable: "対象外",
      incomplete: "withhold",
      combination: "best",
      countBy: "project",
    },
  },
  comparison: {
    title: "目標値・基準値と比べる（S・A・B・C）",
    about: "目標を上回るか、基準値より良いか、基準値から±10％の範囲かで分けます。",
    data: {
      name: "目標値・基準値との比較による評価",
      expectation: "roadmap",
      rate: { default: "ratio", byValueKind: {} },
      marks: [
        { symbol: "S", label: "目標を上回った", tone: "excellent" },
        { symbol: "A", label: "基準値より改善した", tone: "good" },
        { symbol: "B", label: "基準値とほぼ同じ", tone: "fair" },
        { symbol: "C", label: "基準値より悪化した", tone: "poor" },
        { symbol: "ー", label: "判定不能", tone: "none" },
      ],
      rules: [
        { ...unknown, because: [...unknown.because], mark: "ー" },
        { test: "target", is: "above", mark: "S" },
        { test: "baseline_change", in: "absolute", is: ">", bound: "0", mark: "A" },
        { test: "baseline_change", in: "percent", is: "within", bound: "10", mark: "B" },
        { test: "baseline_change", in: "absolute", is: "<", bound: "0", mark: "C" },
        { ...reached, mark: "S" },
        { ...missed, mark: "C" },
      ],
      notJudgeable: "ー",
      incomplete: "withhold",
      combination: "worst",
    },
  },
};
