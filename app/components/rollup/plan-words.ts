import type { NodeKind, OrganisationKind } from "#app/domain/indicator/definition.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { t } from "#app/i18n/t.ts";
import { countedUnit } from "./counted-unit.ts";

type Worded = {
  ownerKind: OrganisationKind;
  levelNames: Record<Exclude<NodeKind, "strategy">, string> & { strategy?: string };
  rubric: Pick<Rubric, "countBy">;
};

/** What a plan calls its levels, a joint plan its region and its outcomes, and what it counts. */
export function planWords({ ownerKind, levelNames, rubric }: Worded) {
  const joint = ownerKind === "council";
  return {
    whole: joint ? t`域内全体` : t`計画全体`,
    outcomes: joint ? t`目指す成果` : t`数値目標`,
    lead: joint ? t`幹事` : t`所管`,
    counted: countedUnit({ rubric, levelNames }),
    level: (kind: NodeKind) =>
      kind === "strategy" ? (levelNames.strategy ?? t`戦略`) : levelNames[kind],
  };
}
