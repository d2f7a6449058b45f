import type { PackKpi } from "#app/domain/pack/content.ts";

/** What has to be known about a KPI's figure of the year: who is missing, what is not final. */
export function kpiNote({ result, open, indicator, isListedBefore }: PackKpi): string {
  if (!result) return "";
  const { reported, expectedReporters, missing } = result;
  const named = (word: string, names: readonly string[]) =>
    names.length > 0 && `${word}：${names.length > 4 ? `${names.length}団体` : names.join("、")}`;
  return [
    reported < expectedReporters && `報告 ${reported}／${expectedReporters}`,
    named("未報告", missing),
    named("集計中", open.provisional),
    named("調査中", open.underSurvey),
    named("実績なし", open.noData),
    isListedBefore && "ほかにも掲載",
    indicator.printedDifferently && `記載：${indicator.printedDifferently}`,
  ]
    .filter(Boolean)
    .join("　");
}
