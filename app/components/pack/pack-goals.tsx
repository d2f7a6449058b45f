import { SummaryCounts } from "#app/components/rollup/summary-counts.tsx";
import { type NarrativePart, narrativeParts } from "#app/domain/indicator/definition.ts";
import type { PackContent, PackGoal } from "#app/domain/pack/content.ts";
import { narrativeLabels } from "#app/i18n/narrative.ts";
import { nodeTitle } from "#app/i18n/sheet.ts";
import { kpiGroups } from "./kpi-groups.ts";
import { KpiTable } from "./kpi-table.tsx";
import { goalAnchor } from "./pack-outline.ts";

/** The lead's comment comes before what was done and what is to come. */
const order: readonly NarrativePart[] = [
  "evaluation",
  ...narrativeParts.filter((part) => part !== "evaluation"),
];

/** A page or more for each PT: its counts, the lead's comment, outcomes and KPIs. */
export function PackGoals({ content }: { content: PackContent }) {
  return content.goals.map((goal, index) => (
    <section
      key={goal.sheet.node.code}
      id={goalAnchor("pts", index)}
      className={index === 0 ? "" : "break-before-page"}
    >
      <GoalHead goal={goal} content={content} />
      <Texts goal={goal} joint={content.plan.ownerKind === "council"} />
      <h4 className="mt-5 mb-2 text-std-16B-170">
        {content.plan.ownerKind === "council" ? "目指す成果とKPI" : "数値目標とKPI"}
      </h4>
      {goal.groups.length === 0 ? (
        <p>KPIはありません。</p>
      ) : (
        <KpiTable
          caption={`${goal.sheet.node.name}のKPI`}
          fy={content.fy}
          rubric={content.rubric}
          groups={kpiGroups(goal, content.plan)}
        />
      )}
    </section>
  ));
}

function GoalHead({ goal: { sheet, summary }, content }: { goal: PackGoal; content: PackContent }) {
  const { plan, rubric } = content;
  const facts = [
    { term: plan.ownerKind === "council" ? "幹事団体" : "所管", names: sheet.lead },
    { term: "経済団体", names: sheet.partners },
    { term: "リーダー", names: sheet.leaders },
  ].filter(({ names }) => names.length > 0);
  return (
    <>
      <h3 className="border-l-8 border-solid-gray-700 pl-3 text-std-20B-150">
        {nodeTitle(plan.levelNames, sheet.node)}
      </h3>
      <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-1 text-dns-14N-130">
        {facts.map(({ term, names }) => (
          <div key={term} className="flex gap-x-2">
            <dt className="text-solid-gray-700">{term}</dt>
            <dd>{names.join("、")}</dd>
          </div>
        ))}
        {summary.expectedReporters > 0 && (
          <div className="flex gap-x-2">
            <dt className="text-solid-gray-700">報告済み</dt>
            <dd>
              {summary.reported}／{summary.expectedReporters}件
            </dd>
          </div>
        )}
      </dl>
      <div className="mt-3">
        <SummaryCounts
          summary={summary}
          rubric={rubric}
          unit={rubric.countBy === "project" ? plan.levelNames.project : "KPI"}
          label={`${sheet.node.name}　評価`}
        />
      </div>
    </>
  );
}

/** What the lead wrote for this year; that there is no comment is said, too. */
function Texts({ goal, joint }: { goal: PackGoal; joint: boolean }) {
  const { narratives } = goal.sheet;
  const written = order.filter((part) => part === "evaluation" || narratives[part] !== null);
  return written.map((part) => (
    <section key={part} className="mt-4">
      <h4 className="mb-1 text-std-16B-170">
        {part === "evaluation"
          ? `${narrativeLabels[part]}（${joint ? "幹事団体" : "所管"}のコメント）`
          : narrativeLabels[part]}
      </h4>
      <p className="whitespace-pre-line">{narratives[part] ?? "コメントはありません。"}</p>
    </section>
  ));
}
