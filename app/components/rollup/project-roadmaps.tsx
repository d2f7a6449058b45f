import type { ChartFileLinks } from "#app/components/charts/chart-files.tsx";
import { RoadmapChart } from "#app/components/charts/roadmap-chart.tsx";
import { hasFigures, type RoadmapPoint } from "#app/components/charts/roadmap-data.ts";
import { Section } from "#app/components/layout/section.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { type RoadmapSource, roadmapOf } from "./roadmap-points.ts";

/**
 * The roadmaps of a project's KPIs, side by side; one in words takes the whole width. Nothing where
 * nothing is planned by years and nothing was reported.
 */
export function ProjectRoadmaps({
  roadmaps,
  plan,
  fy,
}: {
  roadmaps: readonly {
    indicator: RoadmapSource & { code: string; name: string };
    years: Parameters<typeof roadmapOf>[1];
  }[];
  plan: { code: string; rubric: Rubric };
  fy: number;
}) {
  const told = roadmaps.flatMap(({ indicator, years }) => {
    const roadmap = roadmapOf(indicator, years, plan.rubric.marks);
    return roadmap.points.some(saysSomething) ? [{ indicator, roadmap }] : [];
  });
  if (told.length === 0) return null;
  return (
    <Section title={t`ロードマップと実績`}>
      <ul className="grid gap-x-10 gap-y-8 lg:grid-cols-2 print:grid-cols-2 print:gap-x-6 print:gap-y-4">
        {told.map(({ indicator, roadmap }) => (
          <li
            key={indicator.code}
            className={`min-w-0 break-inside-avoid border-t border-solid-gray-420 pt-3 ${hasFigures(roadmap) ? "" : "col-span-full"}`}
          >
            <h3 className="mb-2 text-std-16B-170">
              <TextLink to={paths.indicator(plan.code, indicator.code, fy)} quiet>
                {indicator.name}
              </TextLink>
            </h3>
            <RoadmapChart
              title={indicator.name}
              compact
              files={filesOf(plan.code, indicator.code, fy)}
              {...roadmap}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Whether the plan or an answer says anything for a year. */
function saysSomething({ target, targetText, actual, actualText }: RoadmapPoint): boolean {
  return [target, targetText, actual, actualText].some((said) => said != null);
}

function filesOf(plan: string, code: string, fy: number): ChartFileLinks {
  const file = (type: "svg" | "png" | "csv") => paths.chartFile(plan, code, type, fy);
  return { svg: file("svg"), png: file("png"), csv: file("csv") };
}
