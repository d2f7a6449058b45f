import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { fiscalYearShort } from "./fiscal-year.ts";
import { listText } from "./list.ts";
import { t } from "./t.ts";

/** How a projection comes about, sentence by sentence. */
export function projectionSentences({
  usedFys,
  years,
  provisional,
}: {
  usedFys: readonly FiscalYear[];
  years: readonly { range: unknown }[];
  provisional: boolean;
}): string[] {
  const used = listText(usedFys.map(fiscalYearShort));
  const pace = t`見込みは推計です。${used}の値について、2時点間の傾きの中央値（Theil–Sen法）を、最後の実績から延ばしています。目標値でも実績値でもなく、評価には使いません。`;
  const band = years.some(({ range }) => range !== null)
    ? t`見込みの幅は、同じ傾きの第1四分位から第3四分位までの範囲です。起こる確率を示すものではありません。`
    : t`値が2か年分のため、見込みの幅は示していません。`;
  return [
    pace,
    band,
    ...(provisional ? [t`もとにした値に集計中のものがあるため、見込みを点線で示しています。`] : []),
  ];
}

/** Why there is no projection. */
export function projectionReason(reason: "too_few_values" | "due"): string {
  return reason === "due"
    ? t`目標年度の実績があるため、見込みは示していません。`
    : t`見込みは、報告のそろった値が2か年分以上になると示します。`;
}
