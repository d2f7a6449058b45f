import { Term } from "#app/components/guide/term.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Stat, StatGroup } from "#app/components/ui/stat.tsx";
import { rich, t } from "#app/i18n/t.ts";
import { planWords } from "./plan-words.ts";
import type { RegionView } from "./region-view.ts";
import { SummaryCounts } from "./summary-counts.tsx";

/** The answer at once: how the whole plan stands, how much is reported, and how big it is. */
export function RegionHeadline({ region }: { region: RegionView }) {
  const { plan, figures, total, size, goals, milestones } = region;
  const words = planWords(plan);
  // 対象外, 調査中: listed, and not among what is graded.
  const aside = plan.rubric.marks
    .filter((mark) => !mark.counted)
    .reduce((sum, mark) => sum + (total.counts[mark.symbol] ?? 0), 0);
  return (
    <Section
      title={words.whole}
      aside={rich`${<Term of="repost">{t`再掲`}</Term>}・共有の指標は1回だけ数えています`}
    >
      <StatGroup>
        <Stat
          label={t`評価の対象`}
          figure={total.counted - aside}
          unit={words.counted}
          sub={aside > 0 ? t`ほかに件数に含めないもの ${aside}` : undefined}
        />
        {figures && total.expectedReporters > 0 && (
          <Stat
            label={<Term of="completeness">{t`報告率`}</Term>}
            figure={Math.floor((total.reported / total.expectedReporters) * 100)}
            unit={t`％`}
            sub={t`${total.reported}／${total.expectedReporters}件`}
          />
        )}
        {milestones !== null && milestones.due > 0 && (
          <Stat
            label={t`この年度のマイルストーン`}
            figure={t`${milestones.reached}／${milestones.due}`}
            unit={t`到達`}
          />
        )}
        <Stat label={words.level("goal")} figure={goals.length} />
        <Stat label={words.level("policy")} figure={size.policies} />
        {size.projects > 0 && (
          <Stat
            label={words.level("project")}
            figure={size.projects}
            sub={size.reposts > 0 ? t`ほかに再掲 ${size.reposts}` : undefined}
          />
        )}
      </StatGroup>
      {figures && (
        <div className="mt-6 print:mt-3">
          <SummaryCounts
            summary={total}
            rubric={plan.rubric}
            unit={words.counted}
            label={t`${plan.name} KPIの評価`}
          />
        </div>
      )}
    </Section>
  );
}
