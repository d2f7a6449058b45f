import type { ProposedOutlook } from "#app/domain/evaluation/outlook.ts";
import { type Exact, toDecimal } from "#app/domain/figure/exact.ts";
import { formatFigure } from "#app/domain/figure/format.ts";

/** Why the portal proposes an outlook, in words with the numbers put in. */
export function outlookReason(proposed: ProposedOutlook, unit: string): string {
  switch (proposed.because) {
    case "too_few_years":
      return "傾向を見るには2か年以上の値が必要なため、見込みは提案していません。";
    case "reached":
      return "実績値がすでに最終目標に達しています。";
    case "due":
      return proposed.step === "A"
        ? "目標年度の実績値が最終目標に達しています。"
        : "目標年度の実績値が最終目標に達していません。";
    case "pace": {
      const pace = `${proposed.years}時点の値から見た改善のペース（2時点間の傾きの中央値）は年${shown(proposed.pace, unit)}`;
      if (proposed.needed.compare(0) <= 0)
        return proposed.step === "A"
          ? `実績値は最終目標に達しており、${pace}で、目標年度まで保たれる見込みです。`
          : `実績値は最終目標に達していますが、${pace}で、目標年度には下回る見込みです。`;
      const needed = `目標年度までに必要なペースは年${shown(proposed.needed, unit)}`;
      const verdict = {
        A: "必要なペースを満たしています。",
        B: "必要なペースの半分以上です。",
        C: "必要なペースの半分に満たない状況です。",
      }[proposed.step];
      return `${pace}、${needed}で、${verdict}`;
    }
  }
}

function shown(value: Exact, unit: string): string {
  const short = toDecimal(value, 2);
  return `${toDecimal(value) === short ? "" : "約"}${formatFigure(short)}${unit}`;
}

/** The step of a plan's scale that a proposal stands for: the best, the worst, or one between. */
export function proposedStep<Step>(
  step: "A" | "B" | "C" | null,
  scale: readonly Step[],
): Step | null {
  if (step === null || scale.length === 0) return null;
  const index = { A: 0, B: Math.floor((scale.length - 1) / 2), C: scale.length - 1 }[step];
  return scale[index] ?? null;
}
