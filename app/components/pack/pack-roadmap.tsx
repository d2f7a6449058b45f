import { GoalRoadmap } from "#app/components/roadmap/goal-roadmap.tsx";
import { ScaleLegend } from "#app/components/sheet/scale-legend.tsx";
import { fiscalYearLabel, fiscalYearShort } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { PackContent } from "#app/domain/pack/content.ts";
import { goalAnchor } from "./pack-outline.ts";

/** The yearly targets of every KPI with what came of them, and the schedules, PT by PT. */
export function PackRoadmap({ content }: { content: PackContent }) {
  const { goals, rubric, fy, thisFy, plan } = content;
  return (
    <>
      <p className="mb-2">
        年度ごとの目標と、{fiscalYearLabel(fy)}までの実績です。
        {thisFy <= plan.lastFy && `太い線で囲んだ列は${fiscalYearShort(thisFy)}です。`}
      </p>
      <div className="mb-4 text-note">
        <ScaleLegend scales={[{ name: "評価", steps: rubric.marks }]} />
      </div>
      {goals.map(({ sheet }, index) => (
        <section
          key={sheet.node.code}
          id={goalAnchor("roadmap", index)}
          className={index === 0 ? "" : "break-before-page"}
        >
          <h3 className="mb-2 border-l-8 border-solid-gray-700 pl-3 text-std-18B-160">
            {sheet.node.name}
          </h3>
          <GoalRoadmap sheet={sheet} thisFy={thisFy} />
        </section>
      ))}
    </>
  );
}
