import { ThemeTags } from "#app/components/rollup/themes.tsx";
import { ProgressBar } from "#app/components/ui/progress-bar.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { listText } from "#app/i18n/list.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { planWords } from "./plan-words.ts";
import type { RegionGoal, RegionView } from "./region-view.ts";
import { SummaryCounts } from "./summary-counts.tsx";

/** So many organisations are named; the others are counted. */
const named = 5;

/**
 * One PT on the region page: who leads it, marks, milestones, who has not reported, and its policies
 * as the way down. The parts of neighbours stand side by side.
 */
export function GoalSummary({ goal, region }: { goal: RegionGoal; region: RegionView }) {
  const { plan, fy, figures } = region;
  const { node, summary, leaders } = goal;
  const words = planWords(plan);
  return (
    <li
      className={`grid grid-rows-subgrid content-start gap-y-3 border-t-2 border-blue-900 pt-3 break-inside-avoid print:gap-y-1.5 ${figures ? "row-span-4" : "row-span-3"}`}
    >
      <div>
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 className="text-std-20B-150">
            <TextLink to={paths.node(plan.code, node, fy)} quiet lang="ja">
              {node.name}
            </TextLink>
          </h3>
          {node.lead && (
            <p className="text-dns-14N-130 text-solid-gray-700">
              {t`${words.lead}　${node.lead.shortName}`}
            </p>
          )}
        </div>
        {leaders.length > 0 && (
          <p className="text-note text-solid-gray-700">{t`リーダー　${listText(leaders)}`}</p>
        )}
      </div>
      {figures && (
        <div>
          <SummaryCounts
            summary={summary}
            rubric={plan.rubric}
            unit={words.counted}
            label={t`${node.name} KPIの評価`}
          />
        </div>
      )}
      <div className="flex flex-wrap content-start items-baseline gap-x-5 gap-y-1">
        {figures && <Facts goal={goal} />}
        <p className="ml-auto flex flex-wrap gap-x-5 text-dns-14N-130 print:hidden">
          {figures && (
            <TextLink
              to={paths.plan(plan.code, fy, { pt: node.code, mark: "open" })}
              aria-label={t`未達・未報告の指標（${node.name}）`}
            >
              {t`未達・未報告`}
            </TextLink>
          )}
          <TextLink
            to={paths.plan(plan.code, fy, { pt: node.code })}
            aria-label={t`指標一覧（${node.name}）`}
          >
            {t`指標一覧`}
          </TextLink>
        </p>
        {figures && <Missing missing={goal.missing} names={region.organisationNames} />}
      </div>
      <Policies goal={goal} region={region} />
    </li>
  );
}

/** How much is reported, and the milestones. */
function Facts({ goal }: { goal: RegionGoal }) {
  const { node, summary, milestones } = goal;
  return (
    <>
      {summary.expectedReporters > 0 && (
        <p className="flex items-center gap-x-2 text-dns-14N-130">
          {t`報告`}
          <ProgressBar
            size="sm"
            label={t`${node.name}の報告済み`}
            value={summary.reported}
            total={summary.expectedReporters}
            unit={t`件`}
          />
        </p>
      )}
      {milestones !== null && milestones.due > 0 && (
        <p className="flex items-center gap-x-2 text-dns-14N-130">
          {t`マイルストーン`}
          <ProgressBar
            size="sm"
            label={t`${node.name}のマイルストーン到達`}
            value={milestones.reached}
            total={milestones.due}
            unit={t`件`}
          />
        </p>
      )}
    </>
  );
}

/** Who has not reported the counted KPIs, by name; outcomes stand beside them in lists. */
function Missing({
  missing,
  names,
}: {
  missing: RegionGoal["missing"];
  names: Record<string, string>;
}) {
  if (missing.length === 0) return null;
  const people = missing
    .slice(0, named)
    .map(({ slug, count }) => t`${names[slug] ?? slug} ${count}件`);
  const rest = missing.length - named;
  return (
    <p className="basis-full text-dns-14N-130 text-solid-gray-800">
      {rest > 0
        ? t`KPIの未報告：${listText(people)}、ほか${rest}団体`
        : t`KPIの未報告：${listText(people)}`}
    </p>
  );
}

function Policies({ goal, region }: { goal: RegionGoal; region: RegionView }) {
  const { plan, fy, figures } = region;
  return (
    <ul className="border-t border-solid-gray-200">
      {goal.policies.map((policy) => (
        <li
          key={policy.node.code}
          className="flex flex-wrap items-center justify-between gap-x-4 border-b border-solid-gray-200 py-1 text-dns-14N-130 last:border-b-0 print:py-px"
        >
          <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
            <TextLink to={paths.node(plan.code, policy.node, fy)} quiet lang="ja">
              {t`${policy.node.number}　${policy.node.name}`}
            </TextLink>
            <ThemeTags themes={policy.node.themes} />
          </span>
          {policy.summary.counted === 0 ? (
            <span className="text-note text-solid-gray-600">
              {policy.onlyReposts ? t`再掲のみ` : t`KPIなし`}
            </span>
          ) : (
            figures && (
              <span className="w-28 shrink-0">
                <SummaryCounts
                  summary={policy.summary}
                  rubric={plan.rubric}
                  label={t`${policy.node.name} KPIの評価`}
                  variant="bar"
                />
              </span>
            )
          )}
        </li>
      ))}
    </ul>
  );
}
