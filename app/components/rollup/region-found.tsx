import { Section } from "#app/components/layout/section.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { groupBy } from "#app/domain/group-by.ts";
import {
  filterIndicators,
  type PlacedIndicator,
  type RegionFilter,
} from "#app/domain/rollup/filter.ts";
import { summaryOf } from "#app/domain/rollup/summary.ts";
import { listText } from "#app/i18n/list.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { IndicatorTable } from "./indicator-table.tsx";
import { planWords } from "./plan-words.ts";
import type { RegionView } from "./region-view.ts";
import { SummaryCounts } from "./summary-counts.tsx";

/** The indicators that meet the conditions: how many, by mark, who has not reported, and each of them. */
export function RegionFound({ region, filter }: { region: RegionView; filter: RegionFilter }) {
  const { plan, fy, figures, organisationNames } = region;
  const words = planWords(plan);
  const found = filterIndicators(region.indicators, filter, plan.rubric);
  const outcomes = found.filter(({ role }) => role === "outcome").length;
  const missing = missingOf(found, Object.keys(organisationNames));
  return (
    <Section
      title={t`条件に合う指標 ${found.length}件`}
      aside={
        outcomes > 0 && outcomes < found.length ? t`うち${words.outcomes} ${outcomes}件` : undefined
      }
    >
      {found.length === 0 ? (
        <EmptyState title={t`条件に合う指標はありません`}>
          <TextLink to={paths.plan(plan.code, fy)}>{t`条件を外す`}</TextLink>
        </EmptyState>
      ) : (
        <>
          {figures && (
            <div className="mb-4">
              <SummaryCounts
                summary={summaryOfFound(found, region)}
                rubric={plan.rubric}
                label={t`条件に合う指標の評価`}
              />
              {region.total.fromPublished && (
                <p className="mt-2 text-note text-solid-gray-700">
                  {t`公表資料に件数だけが記載されている指標は含みません。`}
                </p>
              )}
              {missing.length > 0 && (
                <p className="mt-2 text-dns-16N-130">
                  {t`未報告の団体：${listText(
                    missing.map(
                      ({ slug, count }) => t`${organisationNames[slug] ?? slug} ${count}件`,
                    ),
                  )}`}
                </p>
              )}
            </div>
          )}
          <IndicatorTable
            explained
            named
            caption={t`条件に合う指標`}
            groups={groupsOf(found, region)}
            plan={plan}
            fy={fy}
            figures={figures}
            names={organisationNames}
          />
        </>
      )}
    </Section>
  );
}

/** In the order of the plan, under the goal and the policy where each stands first. */
function groupsOf(found: readonly PlacedIndicator[], { plan, fy }: RegionView) {
  const byPolicy = groupBy(found, ({ place }) => `${place.goal.code} ${place.policy?.code ?? ""}`);
  return [...byPolicy].flatMap(([key, rows]) => {
    const place = rows[0]?.place;
    if (!place) return [];
    return [
      {
        heading: { key, title: <Way place={place} plan={plan} fy={fy} /> },
        rows: rows.map((row) => ({ ...row, project: row.place.project })),
      },
    ];
  });
}

/** From the goal to the policy, each a link. */
function Way({
  place,
  plan,
  fy,
}: {
  place: PlacedIndicator["place"];
  plan: RegionView["plan"];
  fy: number;
}) {
  const { goal, policy } = place;
  return (
    <span>
      <TextLink lang="ja" to={paths.node(plan.code, goal, fy)} quiet>
        {goal.name}
      </TextLink>
      <span aria-hidden="true" className="px-2 text-solid-gray-600">
        ›
      </span>
      {policy ? (
        <TextLink lang="ja" to={paths.node(plan.code, policy, fy)} quiet>
          {t`${policy.number}　${policy.name}`}
        </TextLink>
      ) : (
        planWords(plan).outcomes
      )}
    </span>
  );
}

/** Counted as KPIs, each once, whatever the plan itself counts. */
function summaryOfFound(found: readonly PlacedIndicator[], { plan }: RegionView) {
  const below = { indicators: found.map(({ id }) => id), projects: [], printed: [] };
  const evaluations = new Map(
    found.flatMap(({ id, evaluation }) => (evaluation ? [[id, evaluation] as const] : [])),
  );
  const outlooks = new Map(
    found.flatMap(({ id, outlook }) => (outlook === null ? [] : [[id, outlook] as const])),
  );
  const { rubric } = plan;
  return summaryOf(below, "indicator", { evaluations, rubric, outlooks }, new Map());
}

/** Who has not reported, and how many of them, in the order of tables. */
function missingOf(found: readonly PlacedIndicator[], organisations: readonly string[]) {
  const all = found.flatMap(({ evaluation }) => evaluation?.missing ?? []);
  return organisations.flatMap((slug) => {
    const count = all.filter((each) => each === slug).length;
    return count > 0 ? [{ slug, count }] : [];
  });
}
