import type {
  FilterChoices,
  FilterName,
  MarkGroup,
  RegionFilter,
} from "#app/domain/rollup/filter.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { themeLabels } from "#app/i18n/labels.ts";
import { t, translated } from "#app/i18n/t.ts";
import { planWords } from "./plan-words.ts";
import type { RegionView } from "./region-view.ts";

const groupLabels: Record<MarkGroup, string> = translated({
  open: "未達・未報告",
  missed: "未達（目標に届かない評価）",
  not_reported: "未報告",
  incomplete: "判定保留（一部未報告）",
  unmarked: "評価なし（調査中など）",
});

/** What a condition is called. */
export function filterLabel(name: FilterName, region: RegionView): string {
  const words = planWords(region.plan);
  switch (name) {
    case "pt":
      return words.level("goal");
    case "policy":
      return words.level("policy");
    case "theme":
      return t`横断テーマ`;
    case "org":
      return t`報告団体`;
    case "mark":
      return t`評価`;
    case "due":
      return t`目標年度`;
    case "reported":
      return t`報告状況`;
  }
}

/** A value of a condition in words. */
export function filterValue(name: FilterName, value: string, region: RegionView): string {
  const { goals, plan, organisationNames, fy } = region;
  switch (name) {
    case "pt":
      return goals.find(({ node }) => node.code === value)?.node.name ?? value;
    case "policy": {
      const policies = goals.flatMap((goal) => goal.policies);
      const node = policies.find((policy) => policy.node.code === value)?.node;
      return node ? t`${node.number}　${node.name}` : value;
    }
    case "theme":
      return { ...themeLabels }[value as keyof typeof themeLabels] ?? value;
    case "org":
      return organisationNames[value] ?? value;
    case "mark": {
      const mark = plan.rubric.marks.find(({ symbol }) => symbol === value);
      return mark ? t`${mark.symbol}　${mark.label}` : groupLabels[value as MarkGroup];
    }
    case "due":
      return value === "this"
        ? t`${fiscalYearShort(fy)}の目標値があるもの`
        : t`${fiscalYearShort(Number(value))}までの目標`;
    case "reported":
      return t`報告済みのみ`;
  }
}

/** The conditions that are set, in the order of the form. */
export function filterChips(filter: RegionFilter, choices: FilterChoices, region: RegionView) {
  return (Object.keys(choices) as FilterName[]).flatMap((name) => {
    const value = filter[name];
    if (value === null) return [];
    return [{ name, label: filterLabel(name, region), value: filterValue(name, value, region) }];
  });
}
