import { describe, expect, it } from "vitest";
import { type Rule, rubricSchema } from "#app/domain/rubric/rubric.ts";
import { kitakyushu } from "#seeds/plans/kitakyushu/plan.ts";
import { kurume } from "#seeds/plans/kurume/plan.ts";
import { lineText, rubricDifferences, rubricParts } from "./rubric.ts";
import { ruleSentence } from "./rubric-rules.ts";

const ofKurume = rubricSchema.parse(kurume.rubric);
const ofKitakyushu = rubricSchema.parse(kitakyushu.rubric);

const change = (
  is: Extract<Rule, { test: "baseline_change" }>["is"],
  bound: string,
  measure: "percent" | "absolute" = "percent",
): Rule => ({ test: "baseline_change", in: measure, is, bound, mark: "○" });

const rate = (is: ">=" | ">" | "<=" | "<" | "=", bound: string): Rule => ({
  test: "achievement_rate",
  is,
  bound,
  mark: "○",
});

describe("a rule in words", () => {
  it.each<[string, Rule]>([
    ["達成率が100％以上のとき", rate(">=", "1")],
    ["達成率が120％を超えるとき", rate(">", "1.2")],
    ["達成率が70％未満のとき", rate("<", "0.7")],
    ["達成率がちょうど99.5％のとき", rate("=", "0.995")],
    ["実績値が年度の目標より良いとき", { test: "target", is: "above", mark: "S" }],
    ["実績値が年度の目標より悪いとき", { test: "target", is: "below", mark: "△" }],
    ["実績値が基準値より良いとき", change(">", "0", "absolute")],
    ["実績値が基準値より悪いとき", change("<", "0")],
    ["基準値からの増減が10％以内のとき", change("within", "10")],
    ["基準値からの改善が1,000（指標の単位）以上のとき", change(">=", "1000", "absolute")],
    ["基準値からの悪化が10％以内のとき（改善した場合を含む）", change(">=", "-10")],
    ["基準値からの悪化が10％を超えるとき", change("<", "-10")],
    ["文章の目標に到達していないとき", { test: "milestone", reached: false, mark: "×" }],
    [
      "実績値がなく、その理由が「集計中」「調査中」のとき",
      { test: "no_figure", because: ["provisional", "under_survey"], mark: "ー" },
    ],
  ])("%s", (sentence, rule) => expect(ruleSentence(rule)).toBe(sentence));
});

describe("a rubric in words", () => {
  const linesOf = (key: string, rubric = ofKurume) =>
    rubricParts(rubric, "施策")
      .find((part) => part.key === key)
      ?.lines.map(lineText);

  it("says how 久留米市 comes to its marks", () => {
    expect(linesOf("rules")).toEqual([
      "実績値がなく、その理由が「集計中」「調査中」「実績なし」「対象外」「調査年以外」のとき　→　ー",
      "達成率が100％以上のとき　→　○",
      "達成率が70％以上のとき　→　△",
      "達成率が70％未満のとき　→　×",
      "どれにも当てはまらないとき、または判定できないとき　→　ー",
    ]);
    expect(linesOf("rate")).toEqual([
      "割合（％）の指標　改善の割合：（実績値 − 基準値）÷（目標 − 基準値）",
      "そのほかの指標　目標に対する割合：実績値 ÷ 目標（減らす指標は 目標 ÷ 実績値）",
      "達成率の表示は小数第1位まで（四捨五入）。評価は丸める前の値で決める。",
    ]);
  });

  it("says what 北九州市 counts and leaves out", () => {
    expect(linesOf("count", ofKitakyushu)).toEqual([
      "施策を1つずつ数える。再掲は数えない。",
      "「対象外」「調査中」「終了」は件数に含めない。",
    ]);
    expect(linesOf("marks", ofKitakyushu)).toContain(
      "終了：終了（灰、担当者だけが付ける、件数に含めない）",
    );
    expect(linesOf("combination", ofKitakyushu)).toEqual(["指標の評価のうち最も良いものとする。"]);
  });
});

describe("what changed", () => {
  it("is nothing between a rubric and itself", () => {
    expect(rubricDifferences(ofKurume, ofKurume, "施策")).toEqual([]);
  });

  it("is told with what stays", () => {
    const [first, second, ...more] = ofKurume.rules;
    const rules = [first, second, rate(">=", "0.8"), ...more.slice(1)].filter(
      (rule): rule is Rule => rule !== undefined,
    );
    const [difference, ...others] = rubricDifferences(ofKurume, { ...ofKurume, rules }, "施策");
    expect(others).toEqual([]);
    expect(difference?.title).toBe("評価の決め方");
    const changed = (lines: { text: string; kept: boolean }[] = []) =>
      lines.filter((line) => !line.kept).map((line) => line.text);
    expect(changed(difference?.before)).toEqual(["達成率が70％以上のとき　→　△"]);
    expect(changed(difference?.after)).toEqual(["達成率が80％以上のとき　→　○"]);
  });

  it("may be the order alone, which decides as well", () => {
    const rules = [...ofKurume.rules].reverse();
    expect(rubricDifferences(ofKurume, { ...ofKurume, rules }, "施策")).toMatchObject([
      { key: "rules", onlyOrder: true },
    ]);
  });
});
