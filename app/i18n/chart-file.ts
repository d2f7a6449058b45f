import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { AsOf } from "#app/domain/rollup/as-of.ts";
import { fiscalYearLabel } from "./fiscal-year.ts";
import { dayText, momentText } from "./labels.ts";
import { t } from "./t.ts";

/** Of when the figures of a file are: the edition, the moment that was asked for, or today. */
export function asOfWhen(
  edition: { fy: number; edition: number } | null,
  asOf: AsOf | undefined,
  now: Date,
): string {
  if (edition) return t`公表された実績（${fiscalYearLabel(edition.fy)}　第${edition.edition}版）`;
  if (asOf?.kind !== "moment") return t`${dayText(dateInJapan(now))}時点`;
  return asOf.text.includes("T") ? t`${momentText(asOf.at)}時点` : t`${dayText(asOf.text)}時点`;
}
