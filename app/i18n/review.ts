import { formatFigure } from "#app/domain/figure/format.ts";
import type { Change } from "#app/domain/observation/comparison.ts";
import type { ReviewResult } from "#app/domain/observation/review-rows.ts";

const units: Record<Change["by"], string> = { percent: "％", points: "ポイント", places: "位" };

/** 「＋36.9％」, 「▲3.2ポイント」, 「±0％」; － where there is nothing to compare with. */
export function changeText(change: Change | null): string {
  if (change === null) return "－";
  const sign = change.value === "0" ? "±" : change.value.startsWith("-") ? "" : "＋";
  return `${sign}${formatFigure(change.value)}${units[change.by]}`;
}

/** Instead of the form that returns a figure of a closed round. */
export const notReturnedText =
  "照会が締め切られているため、差し戻せません。訂正が必要な場合は、事務局に照会の再開を依頼してください。";

/** Why a submitted answer was not judged. */
export const reviewRefusals: Record<Exclude<ReviewResult["outcome"], "done">, string> = {
  conflict: "この報告は、画面を開いたあとに更新されています。最新の内容を確認してください。",
  locked:
    "この報告は、ほかの人がすでに処理したか、報告団体が引き戻しています。照会の締切後は差戻しが、公表後は受理もできません。",
  own: "自分が提出した報告は、自分では受理も差戻しもできません。同じ団体のほかの決裁者が行ってください。",
};
