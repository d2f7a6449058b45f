import { fiscalYearShort } from "#app/domain/fiscal-year/fiscal-year.ts";

type Named = { meeting: string; meetingOn: string; fy: number; edition: number };

/** 「会議資料　第44回九州地域戦略会議（R6　第2版）」, at the foot of every sheet. */
export function packTitle({ meeting, fy, edition }: Named): string {
  return `会議資料　${meeting}（${fiscalYearShort(fy)}　第${edition}版）`;
}

/** What it is saved as: 「会議資料_第44回九州地域戦略会議_R6第2版」. */
export function packFileName({ meeting, fy, edition }: Named): string {
  return `会議資料_${meeting}_${fiscalYearShort(fy)}第${edition}版`;
}
