import { prefectureSlugs } from "#seeds/organisations.ts";
import type { PlanData } from "#seeds/plans/plan-data.ts";
import { ans } from "./ans.ts";
import { ckr } from "./ckr.ts";
import { jnz } from "./jnz.ts";
import { jsd } from "./jsd.ts";
import { asRevised, versionsOf } from "./revision.ts";
import { sgt } from "./sgt.ts";
import { shg } from "./shg.ts";

const printed = [shg, sgt, jnz, jsd, ckr, ans];

/**
 * 第２期九州創生アクションプラン (JEWELS+) with its digital projects until R9, as printed. Where the
 * document contradicts itself, each place keeps what stands there: the roadmap of JNZ-3-2-a ends at
 * 1,500 though the target is 1,240, the overview of CKR-7-1 says 21.
 */
export const jewels: PlanData = {
  code: "jewels",
  name: "第２期九州創生アクションプラン",
  nickname: "JEWELS+",
  owner: "council",
  firstFy: "R2",
  lastFy: "R9",
  outcomeTerm: { firstFy: "R2", lastFy: "R6" },
  levelNames: { goal: "PT", policy: "基本施策", project: "プロジェクト" },
  participants: prefectureSlugs,
  sheet: "summary",
  // The plan prints no rubric; this is the one that its members commonly use for their own plans.
  rubric: {
    name: "JEWELS+ 評価基準",
    expectation: "roadmap",
    // Several roadmaps begin below the baseline (SHG-3-2-a, JNZ-1-1-a), so that the improvement over
    // the baseline says nothing about them; the ratio holds for all.
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
  },
  goals: asRevised(printed),
  versions: versionsOf(printed),
};
