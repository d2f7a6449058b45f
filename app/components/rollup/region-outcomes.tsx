import { Section } from "#app/components/layout/section.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { IndicatorTable } from "./indicator-table.tsx";
import { planWords } from "./plan-words.ts";
import type { RegionView } from "./region-view.ts";

/** What each goal is there for, before the KPIs of its projects. */
export function RegionOutcomes({ region }: { region: RegionView }) {
  const { plan, fy, figures, goals, indicators, organisationNames } = region;
  const words = planWords(plan);
  const withOutcomes = goals.filter((goal) => goal.indicators.length > 0);
  if (withOutcomes.length === 0) return null;
  return (
    <Section
      title={words.outcomes}
      lead={t`各${words.level("goal")}が掲げる${words.outcomes}です。`}
    >
      <IndicatorTable
        explained
        caption={words.outcomes}
        groups={withOutcomes.map(({ node, indicators: rows }) => ({
          rows,
          heading: {
            key: node.code,
            title: (
              <TextLink to={paths.node(plan.code, node, fy)} quiet lang="ja">
                {node.name}
              </TextLink>
            ),
            aside: indicators.some(
              (each) => each.role === "kpi" && each.goals.includes(node.code),
            ) && (
              <TextLink
                to={paths.plan(plan.code, fy, { pt: node.code })}
                className="print:hidden"
              >{t`KPIを見る`}</TextLink>
            ),
          },
        }))}
        plan={plan}
        fy={fy}
        figures={figures}
        names={organisationNames}
      />
    </Section>
  );
}
