import { type OrganisationSlug, prefectureSlugs } from "#seeds/organisations.ts";
import {
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
export function placedIndicators(plan: Pick<PlanData, "goals" | "outcomeTerm">): PlacedIndicator[] {
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
