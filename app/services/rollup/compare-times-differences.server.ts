import { changesBetween, markChange } from "#app/domain/rollup/changes.ts";
import { groupByGoal, ofShown } from "#app/domain/rollup/changes-listed.ts";
import { judgementChanges } from "#app/domain/rollup/changes-reasons.ts";
import type { Time } from "#app/domain/rollup/changes-times.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import type { ServiceContext } from "../context.server.ts";
import { readReasons } from "./compare-times-reasons.server.ts";
import { link } from "./open-node.server.ts";
import { type Rollup, readRollup } from "./read.server.ts";

/** What two readings of a roll-up differ in, the earlier time first, and why. */
export async function readDifferences(
  context: ServiceContext,
  plan: string,
  fy: number,
  { from, to }: { from: Time; to: Time },
) {
  const at = (time: Time) => readRollup({ ...context, asOf: time ?? undefined }, plan, fy);
  const before = await at(from);
  const after = await at(to);
  const { rubric } = after.plan;
  const changes = changesBetween(
    ofShown(before, before.evaluations),
    ofShown(after, after.evaluations),
    rubric,
  );
  const judgements = judgementChanges(before.assessments, after.assessments);
  const reasons = await readReasons(context, { before, after, from, to, changes });
  const indicators = changes.flatMap((change) => {
    const indicator =
      indicatorIn(after, change.indicatorId) ?? indicatorIn(before, change.indicatorId);
    if (!indicator) return [];
    const { id, code, name, unit, valueKind, places, homeNodeId } = indicator;
    return {
      nodeId: homeNodeId,
      indicator: { code, name, unit, valueKind, places },
      kind: change.kind,
      before: change.before,
      after: change.after,
      why: {
        answers: reasons.answersOf(indicator),
        judgements: judgements.filter((each) => each.kind === "mark" && each.indicatorId === id),
        definition: reasons.definitionOf(code),
      },
    };
  });
  const projects = changedProjects(before, after, rubric).map((project) => ({
    ...project,
    judgements: judgements.filter((each) => each.kind === "mark" && each.nodeId === project.nodeId),
  }));
  const nodes = [...after.nodes, ...before.nodes.filter((node) => !nodeIn(after, node.id))];
  return {
    version: `${before.version}|${after.version}`,
    /** By which the marks of each time are shown. */
    marks: { before: before.plan.rubric, after: rubric },
    organisationNames: after.organisationNames,
    /** Names of everything in the plan by code, for what a definition refers to. */
    names: reasons.names,
    /** The counts at both times. */
    total: { before: before.total, after: after.total },
    goals: after.nodes
      .filter(({ kind }) => kind === "goal")
      .map((goal) => ({
        node: link(goal),
        before: before.byNode.get(goal.id) ?? null,
        after: after.byNode.get(goal.id) ?? null,
      })),
    /** What was seen otherwise, by PT in the order of the plan; null what stands under none. */
    groups: groupByGoal({ nodes }, [
      ...projects.map((project) => ({ nodeId: project.nodeId, project, indicator: null })),
      ...indicators.map((indicator) => ({ nodeId: indicator.nodeId, project: null, indicator })),
    ]).map(({ goalId, things }) => {
      const goal = nodeIn(after, goalId) ?? nodeIn(before, goalId);
      return {
        goal: goal ? link(goal) : null,
        projects: things.flatMap(({ project }) => project ?? []),
        indicators: things.flatMap(({ indicator }) => indicator ?? []),
      };
    }),
    outlooks: judgements
      .filter(({ kind }) => kind === "outlook")
      .flatMap((judgement) => {
        const of = indicatorIn(after, judgement.indicatorId) ?? nodeIn(after, judgement.nodeId);
        return of ? [{ ...judgement, code: of.code, name: of.name }] : [];
      }),
    ...reasons.ofPlan,
  };
}

function indicatorIn({ indicators }: Rollup, id: string | null) {
  return indicators.find((indicator) => indicator.id === id);
}

function nodeIn({ nodes }: Rollup, id: string | null) {
  return nodes.find((node) => node.id === id);
}

/** Projects with another mark, where the plan counts those; a 再掲 shows what its original shows. */
function changedProjects(before: Rollup, after: Rollup, rubric: Rubric) {
  if (rubric.countBy !== "project") return [];
  return after.nodes.flatMap((node) => {
    if (node.kind !== "project" || node.repostOfId !== null) return [];
    const then = before.byNode.get(node.id)?.mark ?? null;
    const now = after.byNode.get(node.id)?.mark ?? null;
    const kind = nodeIn(before, node.id) ? markChange(then, now, rubric) : "added";
    return kind ? [{ nodeId: node.id, node: link(node), kind, before: then, after: now }] : [];
  });
}
