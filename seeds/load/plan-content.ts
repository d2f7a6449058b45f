import type { AttachmentRole, NodeKind } from "#app/domain/indicator/definition.ts";
import type {
  ActivityContent,
  PlaceContent,
  PlanContent,
  PlanContentIndicator,
  PlanContentNode,
} from "#app/domain/plan/content.ts";
import {
  type ActivityData,
  type GoalData,
  isShown,
  type ListedIndicator,
  type PlanData,
  type ProjectData,
  yearOf,
} from "#seeds/plans/plan-data.ts";
import { seedId } from "#seeds/seed-id.ts";
import { indicatorContent } from "./indicator-content.ts";
import { nodeId, placedIndicators } from "./placed-indicators.ts";

/** A plan's data as the document that its versions keep. */
export function planContent(plan: PlanData): PlanContent {
  const nodes: PlanContentNode[] = [];
  const places = new Map<string, PlaceContent[]>();
  const node = (
    kind: NodeKind,
    item: { code: string; number: string; name: string; activities?: readonly ActivityData[] },
    more: Partial<PlanContentNode> & { position: number },
  ) =>
    nodes.push({
      id: nodeId(plan.code, item.code),
      kind,
      code: item.code,
      number: item.number,
      name: item.name,
      parent: null,
      repostOf: null,
      project: null,
      themes: [],
      organisations: [],
      leaders: [],
      activities: activitiesOf(plan.code, item.code, item.activities),
      links: [],
      closedReason: null,
      mergedInto: null,
      continues: null,
      ...more,
    });
  const show = (listed: ListedIndicator, on: string, role: AttachmentRole, position: number) => {
    const code = isShown(listed) ? listed.shows : listed.code;
    const place: PlaceContent = {
      node: on,
      role,
      code: listed.code,
      name: listed.name,
      isRepost: isShown(listed) && listed.isRepost,
      printedDifferently: (isShown(listed) && listed.printedDifferently) || null,
      position,
    };
    places.set(code, [...(places.get(code) ?? []), place]);
  };

  for (const [goalIndex, goal] of plan.goals.entries()) {
    node("goal", goal, {
      position: goalIndex + 1,
      organisations: organisationsOf(plan, goal),
      leaders: (goal.leaders ?? []).map(({ office, organisation, inferred = false }) => ({
        office,
        organisation,
        inferred,
      })),
    });
    const parts = goal.parts ?? [];
    for (const [index, listed] of goal.outcomes.entries())
      show(listed, goal.code, "outcome", index + 1);
    for (const [index, part] of parts.entries())
      show(part, goal.code, "part", goal.outcomes.length + index + 1);
    for (const [policyIndex, policy] of goal.policies.entries()) {
      const themes = policy.theme ? [policy.theme] : [];
      node("policy", policy, { parent: goal.code, position: policyIndex + 1, themes });
      for (const [projectIndex, project] of policy.projects.entries()) {
        node("project", project, {
          parent: policy.code,
          position: projectIndex + 1,
          repostOf: project.repostOf ?? null,
          project: projectOf(project),
          themes: project.theme ? [project.theme] : [],
        });
        for (const [index, listed] of project.indicators.entries())
          show(listed, project.code, "kpi", index + 1);
      }
    }
  }
  for (const [index, strategy] of (plan.strategies ?? []).entries())
    node("strategy", strategy, {
      position: plan.goals.length + index + 1,
      links: [...strategy.projects],
    });
  const indicators = placedIndicators(plan).map(
    (placed): PlanContentIndicator =>
      indicatorContent(plan.code, placed, places.get(placed.data.code) ?? []),
  );
  return { nodes, indicators };
}

function projectOf(project: ProjectData): PlanContentNode["project"] {
  return {
    purpose: project.purpose ?? null,
    firstFy: yearOf(project.firstFy),
    lastFy: yearOf(project.lastFy),
    overviewText: project.overviewText ?? null,
    bureau: project.bureau ?? null,
    fundingTags: [...(project.fundingTags ?? [])],
  };
}

function activitiesOf(
  plan: string,
  node: string,
  listed: readonly ActivityData[] = [],
): ActivityContent[] {
  return listed.map(({ name, bars = [] }, index) => ({
    id: seedId("activity", plan, node, index + 1),
    name,
    bars: bars.map(({ from, to, text }) => ({
      fromFy: yearOf(from),
      toFy: to ? yearOf(to) : null,
      text,
    })),
  }));
}

/** Who is at work in a goal, the lead first. */
function organisationsOf(plan: PlanData, goal: GoalData): PlanContentNode["organisations"] {
  const partners = plan.participants.filter((slug) => slug !== goal.lead);
  return [
    { slug: goal.lead, role: "lead" },
    ...(goal.economicPartners ?? []).map((slug) => ({ slug, role: "economic_partner" as const })),
    ...partners.map((slug) => ({ slug, role: "partner" as const })),
  ];
}
