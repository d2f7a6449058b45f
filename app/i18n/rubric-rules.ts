import { exact } from "#app/domain/figure/exact.ts";

import { percentOf } from "#app/domain/rubric/form.ts";
import type { Comparison, Rubric, Rule } from "#app/domain/rubric/rubric.ts";
import { formatFigure } from "./figure.ts";
import { unjudgedLabels } from "./labels.ts";
import { t, translated } from "./t.ts";

/** How a project's mark comes about. */
export const combinationLabels: Record<Rubric["combination"], string> = translated({
  best: "指標の評価のうち最も良いもの",
  worst: "指標の評価のうち最も悪いもの",
  mean_rate: "指標の達成率の平均を、評価の条件に当てはめたもの",
  manual: "計算せず、担当者が付ける",
});

const rates: Record<Comparison, (bound: string) => string> = {
  ">=": (bound) => t`達成率が${bound}以上のとき`,
  ">": (bound) => t`達成率が${bound}を超えるとき`,
  "<=": (bound) => t`達成率が${bound}以下のとき`,
  "<": (bound) => t`達成率が${bound}未満のとき`,
  "=": (bound) => t`達成率がちょうど${bound}のとき`,
};

const targets = translated({
  above: "実績値が年度の目標より良いとき",
  equal: "実績値が年度の目標と等しいとき",
  below: "実績値が年度の目標より悪いとき",
});

const againstBaseline: Record<Comparison, string> = translated({
  ">": "実績値が基準値より良いとき",
  ">=": "実績値が基準値と同じか、それより良いとき",
  "<": "実績値が基準値より悪いとき",
  "<=": "実績値が基準値と同じか、それより悪いとき",
  "=": "実績値が基準値と等しいとき",
});

const better: Record<Comparison, (size: string) => string> = {
  ">=": (size) => t`基準値からの改善が${size}以上のとき`,
  ">": (size) => t`基準値からの改善が${size}を超えるとき`,
  "<=": (size) => t`基準値からの改善が${size}以下のとき`,
  "<": (size) => t`基準値からの改善が${size}未満のとき`,
  "=": (size) => t`基準値からの改善がちょうど${size}のとき`,
};

/** The other way round: at least −10 is worse by at most 10. */
const worse: Record<Comparison, (size: string) => string> = {
  ">=": (size) => t`基準値からの悪化が${size}以内のとき（改善した場合を含む）`,
  ">": (size) => t`基準値からの悪化が${size}未満のとき（改善した場合を含む）`,
  "<=": (size) => t`基準値からの悪化が${size}以上のとき`,
  "<": (size) => t`基準値からの悪化が${size}を超えるとき`,
  "=": (size) => t`基準値からの悪化がちょうど${size}のとき`,
};

/** When a rule holds: 「達成率が70％以上のとき」. */
export function ruleSentence(rule: Rule): string {
  switch (rule.test) {
    case "achievement_rate":
      return rates[rule.is](t`${formatFigure(percentOf(rule.bound))}％`);
    case "target":
      return targets[rule.is];
    case "baseline_change":
      return changeSentence(rule);
    case "milestone":
      return rule.reached ? t`文章の目標に到達したとき` : t`文章の目標に到達していないとき`;
    case "no_figure": {
      const reasons = rule.because.map((reason) => unjudgedLabels[reason]);
      return t`実績値がなく、その理由が「${reasons.join(t`」「`)}」のとき`;
    }
  }
}

function changeSentence(rule: Extract<Rule, { test: "baseline_change" }>): string {
  const bound = exact(rule.bound);
  const figure = formatFigure(rule.bound.replace(/^-/, ""));
  const size = rule.in === "percent" ? t`${figure}％` : t`${figure}（指標の単位）`;
  if (rule.is === "within") return t`基準値からの増減が${size}以内のとき`;
  if (bound.equals(0)) return againstBaseline[rule.is];
  return bound.compare(0) < 0 ? worse[rule.is](size) : better[rule.is](size);
}
