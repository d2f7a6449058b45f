import type { Breadcrumb } from "#app/components/layout/page-header.tsx";
import { paths } from "#app/site/paths.ts";

/** The way down to what is brought in for a round. */
export function importCrumbs(
  membership: { slug: string; shortName: string },
  plan: { code: string },
  round: number,
): Breadcrumb[] {
  return [
    { to: paths.workspace(membership.slug), label: `${membership.shortName}のワークスペース` },
    { to: paths.entry(membership.slug, plan.code, round), label: "一括入力" },
  ];
}
