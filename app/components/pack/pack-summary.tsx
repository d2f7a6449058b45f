import { planWords } from "#app/components/rollup/plan-words.ts";
import { SummaryCounts } from "#app/components/rollup/summary-counts.tsx";
import { dateInJapan, fiscalYearLabel } from "#app/domain/fiscal-year/fiscal-year.ts";
import { type ListedKpi, listedKpis, type PackContent } from "#app/domain/pack/content.ts";
import type { ChangeKind } from "#app/domain/rollup/changes.ts";
import { furthest } from "#app/domain/rollup/furthest.ts";
import { changeKindWords } from "#app/i18n/changes.ts";
import { dayText } from "#app/i18n/labels.ts";
import { editionText } from "#app/i18n/pack.ts";
import { KpiTable } from "./kpi-table.tsx";
import { PackCounts } from "./pack-counts.tsx";

/** The answer at once: how many carry each mark, PT by PT, what moved, and who is furthest off. */
export function PackSummary({ content }: { content: PackContent }) {
  const { plan, fy, edition, goals, total, rubric, changes } = content;
  const kpis = listedKpis(goals);
  const { behind, ahead } = furthest(
    kpis.map((kpi) => ({ ...kpi, evaluation: kpi.result })),
    rubric,
  );
  const words = planWords({ ...plan, rubric });
  const unit = rubric.countBy === "project" ? plan.levelNames.project : "KPI";
  return (
    <>
      <p className="mb-4">
        {fiscalYearLabel(fy)}の実績を、{goals.length}つの{plan.levelNames.goal}の指標{kpis.length}
        件（
        {words.outcomes}を含む。）について評価した結果です（
        {dayText(dateInJapan(edition.publishedAt))}公表、第{edition.edition}版）。
      </p>
      {total && (
        <SummaryCounts
          summary={total}
          rubric={rubric}
          unit={unit}
          label={`${plan.name}　${unit}の評価`}
        />
      )}
      <h3 className="mt-6 mb-2 text-std-17B-170">{plan.levelNames.goal}ごとの評価</h3>
      <PackCounts content={content} unit={unit} />
      <h3 className="mt-6 mb-2 text-std-17B-170">前回からの動き</h3>
      <p>{movement(changes)}</p>
      <Furthest title="特に遅れているKPI" kpis={behind} content={content} />
      <Furthest title="特に進んでいるKPI" kpis={ahead} content={content} />
    </>
  );
}

function movement({ against, groups }: PackContent["changes"]): string {
  if (!against) return "比べられる前の版はありません。";
  const kinds = groups.flatMap(({ indicators }) => indicators.map(({ kind }) => kind));
  const counted = (Object.keys(changeKindWords) as ChangeKind[])
    .map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${changeKindWords[kind]} ${count}件`);
  const since = `${editionText(against)}と比べて`;
  return counted.length === 0
    ? `${since}、変わったKPIはありません。`
    : `${since}、${counted.join("、")}です。`;
}

/** Some KPIs in an order of their own, each with its PT and who leads it. */
function Furthest({
  title,
  kpis,
  content: { fy, rubric, goals },
}: {
  title: string;
  kpis: readonly ListedKpi[];
  content: PackContent;
}) {
  if (kpis.length === 0) return null;
  const leadOf = (code: string) => goals.find(({ sheet }) => sheet.node.code === code)?.sheet.lead;
  return (
    <section className="mt-6">
      <h3 className="mb-2 text-std-17B-170">{title}</h3>
      <KpiTable
        caption={title}
        brief
        legend={false}
        fy={fy}
        rubric={rubric}
        groups={[{ key: title, title: null, kpis }]}
        under={(kpi) => {
          const { goal } = kpis.find(({ code }) => code === kpi.code) ?? {};
          const lead = goal && leadOf(goal.code)?.join("、");
          return goal && `${goal.name}${lead ? `（${lead}）` : ""}`;
        }}
      />
    </section>
  );
}
