import type { RoadmapData, RoadmapPoint } from "#app/components/charts/roadmap-data.ts";
import { SmallRoadmap } from "#app/components/charts/small-roadmap.tsx";
import { EvaluatedMark } from "#app/components/evaluation/evaluated-mark.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { formatFigure } from "#app/i18n/figure.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { type RoadmapSource, roadmapOf } from "./roadmap-points.ts";
import { RoadmapsTable } from "./roadmaps-table.tsx";

type Drawn = {
  indicator: RoadmapSource & { code: string; name: string };
  years: Parameters<typeof roadmapOf>[1];
};

/** A goal's KPIs side by side in small drawings with the same years, and the table of all their figures. */
export function GoalRoadmaps({
  roadmaps,
  plan,
  fy,
  name,
}: {
  roadmaps: readonly Drawn[];
  plan: { code: string; firstFy: number; lastFy: number; rubric: Rubric };
  fy: number;
  name: string;
}) {
  const years = yearRange(plan.firstFy, plan.lastFy);
  const told = roadmaps.flatMap(({ indicator, years: evaluations }) => {
    const data = roadmapOf(indicator, evaluations, plan.rubric.marks);
    const evaluation = evaluations.find((each) => each.fy === fy) ?? null;
    return data.points.some(saysSomething) ? [{ indicator, data, evaluation }] : [];
  });
  if (told.length === 0) return null;
  const demo = told.some(({ data }) => data.points.some(isDemo));
  return (
    <Section
      title={t`KPIの推移`}
      lead={
        <>
          {t`実線は実績、破線は年度目標です。横軸はすべて${fiscalYearShort(plan.firstFy)}から${fiscalYearShort(plan.lastFy)}までで、灰色の列が${fiscalYearShort(fy)}です。縦軸は指標ごとに異なります。白抜きの点は部分集計または集計中の値です。`}
          {demo && <DemoTag className="ml-2" />}
        </>
      }
    >
      <ul className="grid grid-cols-2 gap-x-6 gap-y-5 md:grid-cols-3 xl:grid-cols-4 print:grid-cols-4 print:gap-x-4 print:gap-y-3">
        {told.map(({ indicator, data, evaluation }) => (
          <li
            key={indicator.code}
            className="flex min-w-0 break-inside-avoid flex-col border-t border-solid-gray-420 pt-2"
          >
            <h3 className="mb-1.5 grow text-dns-14B-130">
              <TextLink to={paths.indicator(plan.code, indicator.code, fy)} quiet>
                {indicator.name}
              </TextLink>
            </h3>
            <SmallRoadmap
              data={data}
              years={years}
              fy={fy}
              label={sentence(indicator.name, data, fy)}
            />
            <p className="mt-1 text-note text-solid-gray-800">{lastWords(data)}</p>
            <p className="text-note">
              <EvaluatedMark evaluation={evaluation} marks={plan.rubric.marks} />
            </p>
          </li>
        ))}
      </ul>
      <Disclosure small summary={t`数値を表で見る`} className="mt-4">
        <RoadmapsTable
          rows={told}
          plan={plan.code}
          years={years}
          fy={fy}
          caption={t`${name}のKPIの年度別の実績と目標`}
        />
      </Disclosure>
    </Section>
  );
}

/** Whether the plan or an answer says anything for a year. */
function saysSomething({ target, targetText, actual, actualText }: RoadmapPoint): boolean {
  return [target, targetText, actual, actualText].some((said) => said != null);
}

function isDemo({ demo, actual, actualText }: RoadmapPoint): boolean {
  return demo && (actual !== null || Boolean(actualText));
}

/** 「R5 640社／目標 1,200社」: the last actual and what the plan is to reach. */
function lastWords({ points, unit, finalTarget }: RoadmapData): string {
  const last = points.findLast(({ actual }) => actual !== null);
  const target = finalTarget?.value == null ? null : `${formatFigure(finalTarget.value)}${unit}`;
  if (!last?.actual) return target === null ? "" : t`目標 ${target}`;
  const actual = t`${fiscalYearShort(last.fy)} ${formatFigure(last.actual)}${unit}`;
  return target === null ? actual : t`${actual}／目標 ${target}`;
}

/** What a small drawing shows in one sentence. */
function sentence(name: string, data: RoadmapData, fy: number): string {
  const { points, unit } = data;
  const year = points.find((point) => point.fy === fy);
  const last = points.findLast(({ actual }) => actual !== null);
  const target = year?.target == null ? t`なし` : `${formatFigure(year.target)}${unit}`;
  const mark = year?.mark?.label ?? t`なし`;
  if (!last?.actual)
    return t`${name}：実績なし、${fiscalYearShort(fy)}の目標${target}、評価${mark}`;
  const actual = `${formatFigure(last.actual)}${unit}`;
  return t`${name}：${fiscalYearShort(last.fy)}の実績${actual}、${fiscalYearShort(fy)}の目標${target}、評価${mark}`;
}
