import { ScheduleBars } from "#app/components/charts/schedule-bars.tsx";
import { printedText } from "#app/components/rollup/printed-text.ts";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import type { RoadmapCell } from "#app/domain/evaluation/expectation.ts";
import { formatFigure } from "#app/domain/figure/format.ts";
import type { ActivityContent } from "#app/domain/plan/content.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { RoadmapCells } from "./roadmap-cells.tsx";

export type DocumentIndicator = {
  code: string;
  name: string;
  unit: string;
  baselineValue: string | null;
  baselineText: string | null;
  targetText: string;
  closedReason: string | null;
  isRepost: boolean;
  roadmap: RoadmapCell[];
};

export type DocumentNode = {
  code: string;
  number: string;
  name: string;
  lead: string | null;
  purpose: string | null;
  term: { firstFy: number; lastFy: number } | null;
  closedReason: string | null;
  repostOf: string | null;
  activities: ActivityContent[];
  indicators: DocumentIndicator[];
  children: DocumentNode[];
};

type Term = { firstFy: number; lastFy: number };

/** One goal (PT) of a plan with everything below it; open, since what is folded away is not printed. */
export function DocumentGoal({ goal, plan }: { goal: DocumentNode; plan: Term }) {
  return (
    <Disclosure
      open
      summary={<h2 className="inline text-std-20B-150">{goal.name}</h2>}
      className="border-b border-solid-gray-420 py-2"
    >
      {goal.lead && <p className="mb-3 text-solid-gray-700">{goal.lead}</p>}
      <Indicators of={goal} caption={`${goal.name}の成果指標`} />
      {goal.children.map((policy) => (
        <section key={policy.code} className="mt-8 first:mt-2">
          <h3 className="mb-3 border-l-4 border-blue-900 pl-3 text-std-18B-160">
            <span className="text-solid-gray-600">{policy.code}　</span>
            {policy.number}
            {policy.name}
          </h3>
          <Indicators of={policy} caption={`${policy.name}の指標`} />
          {policy.children.map((project) => (
            <Project key={project.code} project={project} plan={plan} />
          ))}
        </section>
      ))}
    </Disclosure>
  );
}

function Project({ project, plan }: { project: DocumentNode; plan: Term }) {
  const { code, number, name, purpose, term, repostOf, closedReason, activities } = project;
  return (
    <section className="mt-6 sm:pl-4">
      <h4 className="text-std-17B-170">
        <span className="text-solid-gray-600">{code}　</span>
        {number}
        {name}
      </h4>
      {repostOf && <p className="text-solid-gray-700">{repostOf}の再掲</p>}
      {term && (
        <p className="text-dns-14N-130 text-solid-gray-700">
          {fiscalYearShort(term.firstFy)}～{fiscalYearShort(term.lastFy)}
        </p>
      )}
      {closedReason && <p className="mt-1 text-red-1000">終了：{closedReason}</p>}
      {purpose && <p className="mt-1 max-w-[52rem] leading-160">{purpose}</p>}
      <div className="mt-3 space-y-4">
        {activities.some(({ bars }) => bars.length > 0) ? (
          <ScheduleBars
            activities={activities}
            firstFy={plan.firstFy}
            lastFy={plan.lastFy}
            caption={`${name}の主な取組`}
          />
        ) : (
          activities.length > 0 && (
            <ul className="list-disc pl-6">
              {activities.map((activity) => (
                <li key={activity.id}>{activity.name}</li>
              ))}
            </ul>
          )
        )}
        <Indicators of={project} caption={`${name}のKPI`} />
      </div>
    </section>
  );
}

function Indicators({ of: { indicators }, caption }: { of: DocumentNode; caption: string }) {
  if (indicators.length === 0) return null;
  return (
    <Table caption={caption} captionHidden dense fixed stacks>
      <THead>
        <Tr>
          <Th className="w-[34%]">指標</Th>
          <Th className="w-[14%]">基準値</Th>
          <Th className="w-[16%]">目標</Th>
          <Th>ロードマップ</Th>
        </Tr>
      </THead>
      <TBody>
        {indicators.map((one) => (
          <Tr key={one.code}>
            <Th scope="row">
              <span className="text-solid-gray-600">{one.code}　</span>
              {one.name}
              {one.isRepost && "（再掲）"}
              {one.closedReason && (
                <span className="block text-red-1000">終了：{one.closedReason}</span>
              )}
            </Th>
            <Td label="基準値">{baselineOf(one)}</Td>
            <Td label="目標">{printedText(one.targetText)}</Td>
            <Td label="ロードマップ">
              <RoadmapCells cells={one.roadmap} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function baselineOf({ baselineText, baselineValue, unit }: DocumentIndicator): string {
  if (baselineText !== null) return printedText(baselineText);
  return baselineValue === null ? "－" : `${formatFigure(baselineValue)}${unit}`;
}
