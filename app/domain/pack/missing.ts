import type { PackGoal } from "./content.ts";
import { type ListedKpi, listedKpis } from "./content.ts";

/** What an organisation still owes in the pack's year, PT by PT: nothing at all, or not finally. */
export type MissingRow = {
  organisation: string;
  count: number;
  goals: { name: string; kpis: string[] }[];
};

export type MissingKind = "missing" | "provisional";

/** The KPIs that organisations have not reported, or not finally, by organisation in the order given. */
export function missingBy(
  kind: MissingKind,
  goals: readonly PackGoal[],
  organisations: readonly string[],
): MissingRow[] {
  const kpis = listedKpis(goals);
  return organisations.flatMap((organisation) => {
    const owed = kpis.filter((kpi) => namesOf(kind, kpi).includes(organisation));
    if (owed.length === 0) return [];
    const byGoal = goals.map(({ sheet: { node } }) => ({
      name: node.name,
      kpis: owed.filter(({ goal }) => goal.code === node.code).map((kpi) => kpi.indicator.name),
    }));
    return {
      organisation,
      count: owed.length,
      goals: byGoal.filter((goal) => goal.kpis.length > 0),
    };
  });
}

function namesOf(kind: MissingKind, { result, open }: ListedKpi): readonly string[] {
  return kind === "missing" ? (result?.missing ?? []) : [...open.provisional, ...open.underSurvey];
}
