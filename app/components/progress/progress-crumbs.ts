import type { Breadcrumb } from "#app/components/layout/page-header.tsx";
import { paths } from "#app/site/paths.ts";

/** The way up from a project's 進み具合, or from a page below it. */
export function progressCrumbs(
  project: {
    plan: { code: string; name: string };
    goal: { code: string; name: string } | null;
    node: { code: string; name: string };
  },
  below?: string,
): Breadcrumb[] {
  const { plan, goal, node } = project;
  const own = "進み具合";
  return [
    { to: paths.plan(plan.code), label: plan.name },
    ...(goal
      ? [{ to: paths.node(plan.code, { kind: "goal", code: goal.code }), label: goal.name }]
      : []),
    { to: paths.node(plan.code, { kind: "project", code: node.code }), label: node.name },
    below === undefined ? { label: own } : { to: paths.progress(plan.code, node.code), label: own },
    ...(below === undefined ? [] : [{ label: below }]),
  ];
}
