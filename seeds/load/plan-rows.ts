import { createHash } from "node:crypto";
import type {
  Aggregation,
  AttachmentRole,
  Derivation,
  Series,
  TimeAggregation,
} from "#app/domain/indicator/definition.ts";
import type {
  activities,
  activityBars,
  indicatorNodes,
  indicatorParts,
  indicatorReporters,
  indicators,
  nodeLeaders,
  nodeOrganisations,
  nodeThemes,
  planNodes,
  plans,
  projects,
  publishedSummaries,
  strategyNodes,
  targets,
} from "#db/schema/index.ts";
import { type OrganisationSlug, organisations, prefectureSlugs } from "#seeds/organisations.ts";
import {
  type ActivityData,
  type GoalData,
  type IndicatorData,
  isShown,
  type ListedIndicator,
  type PlanData,
  type PrintedYear,
  type ProjectData,
  yearOf,
} from "#seeds/plans/plan-data.ts";
import { seedId } from "#seeds/seed-id.ts";

/** The definitions of a plan as rows, every column said. */
export type PlanRows = {
  plan: typeof plans.$inferSelect;
  nodes: (typeof planNodes.$inferSelect)[];
  projects: (typeof projects.$inferSelect)[];
  themes: (typeof nodeThemes.$inferSelect)[];
  organisations: (typeof nodeOrganisations.$inferSelect)[];
  leaders: (typeof nodeLeaders.$inferSelect)[];
  indicators: (typeof indicators.$inferSelect)[];
  parts: (typeof indicatorParts.$inferSelect)[];
  attachments: (typeof indicatorNodes.$inferSelect)[];
  reporters: (typeof indicatorReporters.$inferSelect)[];
  targets: (typeof targets.$inferSelect)[];
  activities: (typeof activities.$inferSelect)[];
  bars: (typeof activityBars.$inferSelect)[];
  links: (typeof strategyNodes.$inferSelect)[];
  summaries: (typeof publishedSummaries.$inferSelect)[];
};

/** An indicator of the plan in its own place, with all that follows from the place. */
export type PlacedIndicator = {
  data: IndicatorData;
  goal: GoalData;
  /** The project it is at home in; null for an outcome, which is at home on the goal. */
  project: ProjectData | null;
  firstFy: number;
  lastFy: number;
  reporters: readonly OrganisationSlug[];
};

export const organisationId = (slug: OrganisationSlug) => seedId("organisation", slug);
export const indicatorId = (plan: string, code: string) => seedId("indicator", plan, code);
export const nodeId = (plan: string, code: string) => seedId("node", plan, code);

/** The indicators that are at home in the plan, in its order; places that show one again are left out. */
export function placedIndicators(plan: PlanData): PlacedIndicator[] {
  return plan.goals.flatMap((goal) => [
    ...[...goal.outcomes, ...(goal.parts ?? [])].flatMap((listed) =>
      place(listed, goal, null, plan.outcomeTerm),
    ),
    ...goal.policies.flatMap((policy) =>
      policy.projects.flatMap((project) =>
        project.indicators.flatMap((listed) => place(listed, goal, project, project)),
      ),
    ),
  ]);
}

function place(
  listed: ListedIndicator,
  goal: GoalData,
  project: ProjectData | null,
  term: { firstFy: PrintedYear; lastFy: PrintedYear },
): PlacedIndicator[] {
  if (isShown(listed)) return [];
  return [
    {
      data: listed,
      goal,
      project,
      firstFy: yearOf(listed.firstFy ?? term.firstFy),
      lastFy: yearOf(listed.lastFy ?? term.lastFy),
      reporters: reportersOf(listed, goal),
    },
  ];
}

function reportersOf({ reporting }: IndicatorData, goal: GoalData): readonly OrganisationSlug[] {
  if ("derivation" in reporting) return [];
  if (reporting.reporters === "prefectures") return prefectureSlugs;
  return reporting.reporters === "lead" ? [goal.lead] : reporting.reporters;
}

/** Tells one state of a plan's definition, and of the organisations named in it, from another. */
function versionOf(plan: PlanData): string {
  return createHash("sha256")
    .update(JSON.stringify([plan, organisations]))
    .digest("base64url");
}

/** The rows of a plan's definitions. `position` is the plan's among the plans. */
export function planRows(plan: PlanData, position: number): PlanRows {
  const planId = seedId("plan", plan.code);
  const id = (code: string) => nodeId(plan.code, code);
  const rows: PlanRows = {
    plan: {
      id: planId,
      code: plan.code,
      name: plan.name,
      nickname: plan.nickname,
      ownerId: organisationId(plan.owner),
      firstFy: yearOf(plan.firstFy),
      lastFy: yearOf(plan.lastFy),
      adoptedOn: null,
      continuesId: null,
      levelNames: plan.levelNames,
      sheet: plan.sheet,
      definitionVersion: versionOf(plan),
      position,
    },
    nodes: [],
    projects: [],
    themes: [],
    organisations: [],
    leaders: [],
    indicators: [],
    parts: [],
    attachments: [],
    reporters: [],
    targets: [],
    activities: [],
    bars: [],
    links: [],
    summaries: [],
  };
  const attach = (listed: ListedIndicator, node: string, role: AttachmentRole, order: number) =>
    rows.attachments.push({
      indicatorId: indicatorId(plan.code, isShown(listed) ? listed.shows : listed.code),
      nodeId: id(node),
      role,
      code: listed.code,
      name: listed.name,
      isRepost: isShown(listed) && listed.isRepost,
      printedDifferently: (isShown(listed) && listed.printedDifferently) || null,
      position: order,
    });
  const schedule = (node: string, listed: readonly ActivityData[] = []) =>
    addActivities(rows, plan.code, node, listed);

  for (const [goalIndex, goal] of plan.goals.entries()) {
    const { code, number, name } = goal;
    const node = { planId, repostOfId: null, ...open, position: goalIndex + 1 };
    rows.nodes.push({ ...node, id: id(code), parentId: null, kind: "goal", code, number, name });
    rows.organisations.push(...organisationRows(plan, goal, id(code)));
    schedule(code, goal.activities);
    rows.leaders.push(
      ...(goal.leaders ?? []).map((leader, index) => ({
        nodeId: id(code),
        position: index + 1,
        office: leader.office,
        organisationId: organisationId(leader.organisation),
        inferred: leader.inferred ?? false,
      })),
    );
    for (const [index, listed] of goal.outcomes.entries())
      attach(listed, code, "outcome", index + 1);
    for (const [index, part] of (goal.parts ?? []).entries())
      attach(part, code, "part", goal.outcomes.length + index + 1);

    for (const [policyIndex, policy] of goal.policies.entries()) {
      rows.nodes.push({
        id: id(policy.code),
        planId,
        parentId: id(code),
        kind: "policy",
        code: policy.code,
        number: policy.number,
        name: policy.name,
        repostOfId: null,
        ...open,
        position: policyIndex + 1,
      });
      if (policy.theme) rows.themes.push({ nodeId: id(policy.code), theme: policy.theme });

      for (const [projectIndex, project] of policy.projects.entries()) {
        rows.nodes.push({
          id: id(project.code),
          planId,
          parentId: id(policy.code),
          kind: "project",
          code: project.code,
          number: project.number,
          name: project.name,
          repostOfId: project.repostOf ? id(project.repostOf) : null,
          ...open,
          position: projectIndex + 1,
        });
        rows.projects.push({
          nodeId: id(project.code),
          purpose: project.purpose ?? null,
          firstFy: yearOf(project.firstFy),
          lastFy: yearOf(project.lastFy),
          overviewText: project.overviewText ?? null,
          bureau: project.bureau ?? null,
          fundingTags: [...(project.fundingTags ?? [])],
        });
        schedule(project.code, project.activities);
        if (project.theme) rows.themes.push({ nodeId: id(project.code), theme: project.theme });
        for (const [index, listed] of project.indicators.entries())
          attach(listed, project.code, "kpi", index + 1);
      }
    }
  }
  for (const [index, placed] of placedIndicators(plan).entries())
    addIndicator(rows, plan.code, placed, index + 1);
  for (const [index, { code, number, name, ...strategy }] of (plan.strategies ?? []).entries()) {
    const position = plan.goals.length + index + 1;
    const node = { planId, parentId: null, repostOfId: null, ...open, position };
    rows.nodes.push({ ...node, id: id(code), kind: "strategy", code, number, name });
    rows.links.push(...strategy.projects.map((to) => ({ strategyId: id(code), nodeId: id(to) })));
    schedule(code, strategy.activities);
  }
  for (const { node, fy, indicators, marks, outlooks } of plan.published?.summaries ?? [])
    rows.summaries.push({ nodeId: id(node), fy: yearOf(fy), indicators, marks, outlooks });
  return rows;
}

const open = { closedReason: null, mergedIntoId: null };

function addActivities(
  rows: PlanRows,
  plan: string,
  node: string,
  listed: readonly ActivityData[],
): void {
  for (const [index, { name, bars = [] }] of listed.entries()) {
    const activityId = seedId("activity", plan, node, index + 1);
    const position = index + 1;
    rows.activities.push({ id: activityId, nodeId: nodeId(plan, node), name, position });
    for (const [place, { from, to, text }] of bars.entries())
      rows.bars.push({
        activityId,
        position: place + 1,
        fromFy: yearOf(from),
        toFy: to ? yearOf(to) : null,
        text,
      });
  }
}

function organisationRows(plan: PlanData, goal: GoalData, node: string) {
  const partners = plan.participants.filter((slug) => slug !== goal.lead);
  const inOrder = [
    { slug: goal.lead, role: "lead" as const },
    ...(goal.economicPartners ?? []).map((slug) => ({ slug, role: "economic_partner" as const })),
    ...partners.map((slug) => ({ slug, role: "partner" as const })),
  ];
  return inOrder.map(({ slug, role }, index) => ({
    nodeId: node,
    organisationId: organisationId(slug),
    role,
    position: index + 1,
  }));
}

/** How the figures that a derived indicator is computed from become one. */
const aggregationOf: Record<Derivation, Aggregation> = {
  sum_of: "sum",
  running_total_of: "sum",
  running_mean_of: "mean",
  each_of: "single",
  same_as: "single",
};

/** Single years add up over the parts of a year; a state, and what adds up already, is the last one. */
const overTime: Record<Series, TimeAggregation> = {
  annual: "sum",
  cumulative: "last",
  stock: "last",
};

function addIndicator(rows: PlanRows, plan: string, placed: PlacedIndicator, position: number) {
  const { data, goal, project, firstFy, lastFy } = placed;
  const { reporting, baseline, target } = data;
  const id = indicatorId(plan, data.code);
  const derived = "derivation" in reporting;
  rows.indicators.push({
    id,
    planId: rows.plan.id,
    code: data.code,
    homeNodeId: nodeId(plan, project?.code ?? goal.code),
    name: data.name,
    unit: data.unit,
    series: data.series,
    direction: data.direction,
    valueKind: data.valueKind,
    aggregation: derived ? aggregationOf[reporting.derivation] : reporting.aggregation,
    aggregationNote: reporting.note,
    timeAggregation: data.overTime ?? overTime[data.series],
    derivation: derived ? reporting.derivation : null,
    frequency: data.survey ? "every_n_years" : (data.frequency ?? "yearly"),
    surveyInterval: data.survey?.everyYears ?? null,
    surveyFy: data.survey ? yearOf(data.survey.year) : null,
    baselineValue: baseline.value,
    baselineText: baseline.text,
    baselineAsOf: baseline.asOf,
    targetValue: target.value,
    targetText: target.text,
    targetDue: target.due,
    targetFy: target.year && yearOf(target.year),
    targetBound: target.bound ?? null,
    targetFromFy: target.from ? yearOf(target.from) : null,
    rateMethod: data.rateMethod ?? null,
    places: data.places ?? null,
    roadmapCumulative: data.roadmapCumulative ?? false,
    firstFy,
    lastFy,
    source: data.source ?? null,
    feed: data.feed ?? null,
    closedReason: null,
    position,
  });
  if (derived)
    for (const part of reporting.parts)
      rows.parts.push({ indicatorId: id, partId: indicatorId(plan, part) });
  for (const slug of placed.reporters)
    rows.reporters.push({ indicatorId: id, organisationId: organisationId(slug) });
  for (const [index, cell] of data.roadmap.entries())
    rows.targets.push({
      id: seedId("target", plan, data.code, index + 1),
      indicatorId: id,
      position: index + 1,
      ...cell,
    });
}
