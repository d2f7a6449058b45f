import type { NarrativePart } from "#app/domain/indicator/definition.ts";
import { translated } from "./t.ts";

/** What the texts of an evaluation sheet are called. */
export const narrativeLabels: Record<NarrativePart, string> = translated({
  overview: "概要",
  efforts: "今年度の取組",
  evaluation: "評価のポイント",
  issues: "課題",
  next_steps: "今後の展開",
});
