import type { EvaluationView } from "#app/domain/rollup/row.ts";
import { t } from "./t.ts";

/** Whose figures are not in a result, and whose are still provisional. */
export function leftOut(
  evaluation: EvaluationView,
  names: Record<string, string>,
): { organisation: string; name: string; why: string }[] {
  const lists: [string[], string][] = [
    [evaluation.missing, t`未報告（受理された報告値がありません）`],
    [evaluation.underSurvey, t`調査中（まだ値がありません）`],
    [evaluation.noData, t`実績なしと報告されています`],
    [evaluation.notApplicable, t`対象外と報告されています（報告すべき団体数に数えません）`],
    [evaluation.provisional, t`集計中の値です（確定後に変わることがあります）`],
  ];
  return lists.flatMap(([slugs, why]) =>
    slugs.map((organisation) => ({ organisation, name: names[organisation] ?? organisation, why })),
  );
}
