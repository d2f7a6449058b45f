import type { Breadcrumb } from "#app/components/layout/page-header.tsx";
import { paths } from "#app/site/paths.ts";

/** The way up from the versions of a plan, or from a page below them. */
export function versionCrumbs(
  plan: { code: string; name: string },
  ...below: Breadcrumb[]
): Breadcrumb[] {
  const own = "改定履歴";
  return [
    { to: paths.plan(plan.code), label: plan.name },
    below.length === 0 ? { label: own } : { to: paths.versions(plan.code), label: own },
    ...below,
  ];
}
