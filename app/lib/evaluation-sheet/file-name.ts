import { fiscalYearLabel, fiscalYearShort } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { EvaluationSheet } from "#app/domain/sheet/evaluation-sheet.ts";
import { nodeTitle } from "#app/i18n/sheet.ts";

type Named = Pick<EvaluationSheet, "plan" | "node" | "fy">;

/** 「久留米市総合戦略 評価調書 基本目標1 安定した雇用を創出する 平成28（2016）年度」 */
export function sheetFileTitle({ plan, node, fy }: Named): string {
  const title = nodeTitle(plan.levelNames, node).replace("　", " ");
  return `${plan.name} 評価調書 ${title} ${fiscalYearLabel(fy)}`;
}

/** The short one that it is saved under. */
export function sheetFileName({ plan, node, fy }: Named): string {
  return `評価調書_${plan.code}_${node.code}_${fiscalYearShort(fy)}`;
}
