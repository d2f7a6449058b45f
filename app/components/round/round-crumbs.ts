import type { Breadcrumb } from "#app/components/layout/page-header.tsx";
import { paths } from "#app/site/paths.ts";

/** The way to a page about rounds. */
export function roundCrumbs(
  plan: { code: string; name: string },
  round: { number: number; title: string } | null,
  here?: string,
): Breadcrumb[] {
  return [
    { to: paths.plan(plan.code), label: plan.name },
    { to: paths.rounds(plan.code), label: "照会" },
    ...(round ? [{ to: paths.round(plan.code, round.number), label: round.title }] : []),
    ...(here ? [{ label: here }] : []),
  ];
}
