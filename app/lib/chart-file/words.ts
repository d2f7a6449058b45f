import type { PictureWords } from "#app/components/charts/picture.tsx";
import type { AsOf } from "#app/domain/rollup/as-of.ts";
import { asOfWhen } from "#app/i18n/chart-file.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { productTitle } from "#app/i18n/product.ts";
import { t } from "#app/i18n/t.ts";

type Given = {
  plan: { name: string };
  fy: number;
  edition: { fy: number; edition: number } | null;
  indicator: { code: string; name: string; unit: string; source: string | null };
};

/** What a drawing of an indicator says of itself: whose, of which year, of when, from where. */
export function pictureWords(
  { plan, fy, edition, indicator }: Given,
  asOf: AsOf | undefined,
  now: Date,
): Pick<PictureWords, "facts" | "source"> {
  const { code, unit, source } = indicator;
  const year = fiscalYearLabel(fy);
  return {
    facts: [plan.name, unit ? t`指標 ${code}　${year}　単位：${unit}` : t`指標 ${code}　${year}`],
    source: [
      ...(source ? [t`出典：${source}`] : []),
      t`${asOfWhen(edition, asOf, now)}　作成：${productTitle()}`,
    ],
  };
}
