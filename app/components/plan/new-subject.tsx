import { printedText } from "#app/components/rollup/printed-text.ts";
import { formatFigure } from "#app/domain/figure/format.ts";
import type { PlanContentIndicator, PlanContentNode } from "#app/domain/plan/content.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { RoadmapCells } from "./roadmap-cells.tsx";

/** What a new project is, in short: its purpose, years and activities. */
export function NewNode({ node, names }: { node: PlanContentNode; names: Record<string, string> }) {
  const { project, activities, repostOf } = node;
  if (repostOf !== null)
    return (
      <p>
        {repostOf}　{names[repostOf]}の再掲
      </p>
    );
  return (
    <>
      {project?.purpose && <p className="leading-160">{project.purpose}</p>}
      {project && (
        <p className="mt-1 text-solid-gray-700">
          {fiscalYearShort(project.firstFy)}～{fiscalYearShort(project.lastFy)}
        </p>
      )}
      {activities.length > 0 && (
        <ul className="mt-1 list-disc pl-5 leading-160">
          {activities.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What a new KPI aims at: baseline, target and roadmap. */
export function NewIndicator({ indicator }: { indicator: PlanContentIndicator }) {
  const { baselineValue, baselineText, unit, targetText, roadmap } = indicator;
  const baseline =
    baselineText ?? (baselineValue === null ? "－" : `${formatFigure(baselineValue)}${unit}`);
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="text-solid-gray-600">基準値</dt>
      <dd>{printedText(baseline)}</dd>
      <dt className="text-solid-gray-600">目標</dt>
      <dd>{printedText(targetText)}</dd>
      <dt className="text-solid-gray-600">ロードマップ</dt>
      <dd>
        <RoadmapCells cells={roadmap} />
      </dd>
    </dl>
  );
}
