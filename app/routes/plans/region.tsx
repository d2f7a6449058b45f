import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { VersionNotice } from "#app/components/plan/version-notice.tsx";
import { AsOfChoice } from "#app/components/rollup/as-of-choice.tsx";
import { EditionNotice } from "#app/components/rollup/edition-notice.tsx";
import { GoalSummary } from "#app/components/rollup/goal-summary.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { PlanLinks } from "#app/components/rollup/plan-links.tsx";
import { planWords } from "#app/components/rollup/plan-words.ts";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { FilterChips, RegionFilterForm } from "#app/components/rollup/region-filter.tsx";
import { RegionFound } from "#app/components/rollup/region-found.tsx";
import { RegionFurthest } from "#app/components/rollup/region-furthest.tsx";
import { RegionHeadline } from "#app/components/rollup/region-headline.tsx";
import { RegionMovement } from "#app/components/rollup/region-movement.tsx";
import { RegionOutcomes } from "#app/components/rollup/region-outcomes.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { filterChoices, filterNames, filterQuery, parseFilter } from "#app/domain/rollup/filter.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { keptPage } from "#app/lib/kept-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import { type RegionReading, readRegion } from "#app/services/rollup/read-region.server.ts";
import { paths } from "#app/site/paths.ts";

export const loader = (args: LoaderFunctionArgs) =>
  keptPage(
    args,
    readRegion,
    (region, query) => {
      const chosen = chosenFilter(region, query);
      return {
        title: [
          chosen.isSet ? t`${region.plan.name}の指標` : t`${region.plan.name}の集計`,
          fiscalYearLabel(region.fy),
        ],
        body: <Region region={region} chosen={chosen} />,
        means: chosen.kept,
      };
    },
    filterNames,
  );

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default KeptPage;

/** What the address narrows the region down to. */
function chosenFilter(region: RegionReading, query: URLSearchParams) {
  const { goals, organisationNames, plan, indicators } = region;
  const choices = filterChoices(indicators, {
    goals: goals.map(({ node }) => node.code),
    policies: goals.flatMap(({ policies }) => policies.map(({ node }) => node.code)),
    organisations: Object.keys(organisationNames),
    rubric: plan.rubric,
  });
  const parsed = parseFilter(query, choices);
  const kept = filterQuery(parsed.filter);
  return { ...parsed, choices, kept, isSet: Object.keys(kept).length > 0 };
}

function Region({
  region,
  chosen,
}: {
  region: RegionReading;
  chosen: ReturnType<typeof chosenFilter>;
}) {
  const { plan, fy, figures, goals } = region;
  const words = planWords(plan);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.front, label: t`トップ` }, { label: plan.name }]}
        eyebrow={plan.nickname}
        title={plan.name}
        lead={
          figures
            ? t`${fiscalYearLabel(fy)}の実績を、年度目標と照らし合わせた${words.whole}の集計です。`
            : t`計画の目標と指標の一覧です。`
        }
        actions={
          <PlanLinks
            plan={plan.code}
            fy={fy}
            figures={figures}
            members={figures && region.edition === null}
          />
        }
      >
        <YearSelect
          years={yearRange(plan.firstFy, plan.lastFy)}
          current={fy}
          action={paths.plan(plan.code)}
          name="fy"
          keep={chosen.kept}
        />
      </PageHeader>
      <VersionNotice plan={plan} fy={fy} version={region.planVersion} />
      {region.edition && <EditionNotice plan={plan.code} edition={region.edition} />}
      {!figures && <PublishedNotice />}
      <div className="mt-3 mb-8 flex flex-wrap gap-x-8 gap-y-1 print:mb-2">
        <RegionFilterForm region={region} chosen={chosen} />
        <AsOfChoice plan={plan.code} fy={fy} editions={region.editions} filter={chosen.kept} />
        <FilterChips region={region} chosen={chosen} />
      </div>
      {chosen.isSet ? (
        <RegionFound region={region} filter={chosen.filter} />
      ) : (
        <>
          <RegionHeadline region={region} />
          {region.movement && <RegionMovement region={region} movement={region.movement} />}
          <RegionFurthest region={region} />
          <Section title={t`${words.level("goal")}別の進捗`}>
            <ul className="grid gap-x-8 gap-y-8 lg:grid-cols-2 print:grid-cols-2 print:gap-x-4 print:gap-y-4">
              {goals.map((goal) => (
                <GoalSummary key={goal.node.code} goal={goal} region={region} />
              ))}
            </ul>
          </Section>
          <RegionOutcomes region={region} />
          {region.strategies.length > 0 && (
            <Section
              title={words.level("strategy")}
              lead={t`複数の施策にまたがって進める戦略です。集計では元の施策で1回だけ数えます。`}
            >
              <ol className="border-t border-solid-gray-420">
                {region.strategies.map(({ node }) => (
                  <li key={node.code} className="border-b border-solid-gray-420 py-3">
                    <TextLink to={paths.node(plan.code, node, fy)} quiet lang="ja">
                      {t`${node.number}　${node.name}`}
                    </TextLink>
                  </li>
                ))}
              </ol>
            </Section>
          )}
        </>
      )}
    </>
  );
}
