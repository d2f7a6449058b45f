import type { PracticeState, RolloutState } from "#app/domain/practice/states.ts";

/** Words for good practices (好事例) and their roll-outs (横展開). */
export const practiceStateLabels: Record<PracticeState, string> = {
  draft: "下書き",
  shared: "共有中",
  withdrawn: "取下げ",
};

/** The parts of a case in the order in which it is told. */
export const practicePartLabels = {
  problem: "課題",
  done: "取組内容",
  cost: "費用",
  effect: "効果",
} as const;

export const practiceFieldLabels = {
  title: "事例の名称",
  ...practicePartLabels,
  contact: "問合せ先",
  reason: "取下げの理由",
} as const;

export const rolloutStateLabels: Record<RolloutState, string> = {
  planned: "予定",
  doing: "実施中",
  done: "実施済",
  dropped: "見送り",
};

/** What each state means, for those who choose one. */
export const rolloutStateHints: Record<RolloutState, string> = {
  planned: "取り組むことを決めた",
  doing: "取り組んでいる",
  done: "取組を終えた、又は定着した",
  dropped: "検討のうえ、取り組まないこととした。備考に理由を入力してください",
};

export const rolloutFieldLabels = {
  state: "横展開の状況",
  startedFy: "取組開始年度",
  effect: "効果",
  note: "備考",
} as const;

/** 「2件（共有1件・横展開1件）」: a figure that the library proposes, and what it is made of. */
export function proposedFigureText(
  proposal: { value: number; shared: readonly unknown[]; rolledOut: readonly unknown[] },
  unit: string,
): string {
  const { value, shared, rolledOut } = proposal;
  return `${value}${unit}（共有${shared.length}${unit}・横展開${rolledOut.length}${unit}）`;
}
