import { MarkGlyph, toneInk } from "#app/components/evaluation/mark-glyph.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { actualText, expectedText } from "#app/components/rollup/figure-text.ts";
import { planWords } from "#app/components/rollup/plan-words.ts";
import type { RegionGoal, RegionView } from "#app/components/rollup/region-view.ts";
import { whyText } from "#app/components/rollup/why-text.ts";
import { furthest } from "#app/domain/rollup/furthest.ts";
import type { EvaluationView, IndicatorRow } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { unjudgedLabels } from "#app/i18n/labels.ts";
import { listText } from "#app/i18n/list.ts";
import { t } from "#app/i18n/t.ts";
import { BigCounts } from "./big-counts.tsx";

/** What a slide has room for. */
const mostOutcomes = 4;
const mostBehind = 3;

/** One PT: its counts, its outcomes with their figures, what is furthest behind and why, who is missing. */
export function GoalSlide({ region, goal }: { region: RegionView; goal: RegionGoal }) {
  const { plan, figures, organisationNames } = region;
  const words = planWords(plan);
  const kpis = region.indicators.filter(({ goals }) => goals.includes(goal.node.code));
  const { behind } = furthest(
    kpis.filter(({ role }) => role === "kpi"),
    plan.rubric,
    mostBehind,
  );
  const outcomes = goal.indicators.slice(0, mostOutcomes);
  return (
    <>
      {figures && (
        <BigCounts summary={goal.summary} rubric={plan.rubric} label={t`${goal.node.name}の評価`} />
      )}
      <div className="mt-[0.9em] grid gap-x-[2em] gap-y-[0.8em] lg:grid-cols-2">
        <section>
          <Head>{words.outcomes}</Head>
          <ul>
            {outcomes.map((row) => (
              <Outcome key={row.code} row={row} rubric={plan.rubric} figures={figures} />
            ))}
          </ul>
          {goal.indicators.length > mostOutcomes && (
            <p className="mt-[0.3em] text-[0.8em]">
              {t`ほか${goal.indicators.length - mostOutcomes}件`}
            </p>
          )}
          {outcomes.length === 0 && <p>{t`${words.outcomes}はありません。`}</p>}
        </section>
        {figures && (
          <section>
            <Head>{t`遅れている指標`}</Head>
            {behind.length === 0 && <p className="pt-[0.3em]">{t`該当する指標はありません。`}</p>}
            <ul>
              {behind.map((row) => (
                <li key={row.code} className="border-b border-solid-gray-420 py-[0.35em]">
                  <p className="flex gap-[0.4em] leading-130 font-bold">
                    <Glyph evaluation={row.evaluation} rubric={plan.rubric} />
                    <span lang="ja">{row.name}</span>
                  </p>
                  <p className="mt-[0.15em] text-[0.82em] leading-140">
                    {whyText(row, plan.rubric, organisationNames)}
                    {row.evaluation?.isDemo && <DemoTag className="ml-[0.4em]" />}
                  </p>
                </li>
              ))}
            </ul>
            {goal.missing.length > 0 && (
              <p className="mt-[0.5em] text-[0.9em] leading-140 [word-break:keep-all]">
                <b>{t`KPIの未報告`}</b>
                {t`　`}
                {listText(
                  goal.missing.map(({ slug, count }) =>
                    t`${organisationNames[slug] ?? slug} ${count}件`.replaceAll(" ", "\u00a0"),
                  ),
                )}
              </p>
            )}
          </section>
        )}
      </div>
    </>
  );
}

function Head({ children }: { children: React.ReactNode }) {
  return (
    <h2 className="border-b-2 border-solid-gray-900 text-[0.9em] leading-160 text-solid-gray-700">
      {children}
    </h2>
  );
}

/** 「外国人延べ宿泊者数　1,200万人 ／ 目標 1,500万人　△ おおむね達成」 */
function Outcome({
  row,
  rubric,
  figures,
}: {
  row: IndicatorRow;
  rubric: Rubric;
  figures: boolean;
}) {
  const { evaluation } = row;
  const target = evaluation && expectedText(evaluation, row);
  const actual = evaluation && actualText(evaluation, row);
  return (
    <li className="border-b border-solid-gray-420 py-[0.35em]">
      <p lang="ja" className="leading-130">
        {row.name}
      </p>
      {figures ? (
        <p className="mt-[0.1em] flex flex-wrap items-baseline gap-x-[0.8em] leading-130">
          {actual !== null && (
            <b className={`tabular-nums ${evaluation?.actual ? "text-[1.35em]" : ""}`}>{actual}</b>
          )}
          {target !== null && <span className="text-[0.82em]">{t`目標 ${target}`}</span>}
          <Standing evaluation={evaluation} rubric={rubric} />
          {evaluation?.isDemo && <DemoTag />}
        </p>
      ) : (
        <p lang="ja" className="mt-[0.1em] text-[1.1em] leading-130 font-bold">
          {row.targetText}
        </p>
      )}
    </li>
  );
}

/** A mark by shape and word, or in words why there is none. */
function Standing({ evaluation, rubric }: { evaluation: EvaluationView | null; rubric: Rubric }) {
  const mark = rubric.marks.find(({ symbol }) => symbol === evaluation?.mark);
  if (!mark) return evaluation?.unjudged ? <b>{unjudgedLabels[evaluation.unjudged]}</b> : null;
  return (
    <span className={`inline-flex items-center gap-[0.3em] font-bold ${toneInk[mark.tone]}`}>
      <MarkGlyph symbol={mark.symbol} tone={mark.tone} className="size-[1.1em]" />
      {mark.label}
    </span>
  );
}

function Glyph({ evaluation, rubric }: { evaluation: EvaluationView | null; rubric: Rubric }) {
  const mark = rubric.marks.find(({ symbol }) => symbol === evaluation?.mark);
  if (!mark) return null;
  return (
    <>
      <MarkGlyph symbol={mark.symbol} tone={mark.tone} className="mt-[0.1em] size-[1.1em]" />
      <span className="sr-only">{mark.label}</span>
    </>
  );
}
