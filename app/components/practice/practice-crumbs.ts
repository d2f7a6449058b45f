import type { Breadcrumb } from "#app/components/layout/page-header.tsx";
import { paths } from "#app/site/paths.ts";

/** The way up from the library of a plan, from a case, or from a page below it. */
export function practiceCrumbs(
  plan: { code: string; name: string },
  practice?: { practiceId: string; title: string } | null,
  below?: string,
): Breadcrumb[] {
  const labels = [
    { to: paths.plan(plan.code), label: plan.name },
    { to: paths.practices(plan.code), label: "好事例" },
    ...(practice
      ? [{ to: paths.practice(plan.code, practice.practiceId), label: practice.title }]
      : []),
    ...(below === undefined ? [] : [{ label: below }]),
  ];
  // The page itself, last, is no link.
  return labels.map((crumb, index) => (index < labels.length - 1 ? crumb : { label: crumb.label }));
}
