import { MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { PlacedIndicator } from "#app/domain/rollup/filter.ts";
import { furthest } from "#app/domain/rollup/furthest.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { planWords } from "./plan-words.ts";
import type { RegionView } from "./region-view.ts";
import { whyText } from "./why-text.ts";

/** The five furthest behind and ahead, each with one sentence of why, its PT and who leads it. */
export function RegionFurthest({ region }: { region: RegionView }) {
  const { behind, ahead } = furthest(region.indicators, region.plan.rubric);
  if (behind.length + ahead.length === 0) return null;
  const { whole } = planWords(region.plan);
  return (
    <Section
      title={t`遅れている指標・進んでいる指標`}
      aside={t`${whole}で評価と達成率の順に5つまで`}
    >
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2 print:grid-cols-2 print:gap-x-4">
        <Side title={t`遅れている`} rows={behind} region={region} line="border-red-900" />
        <Side title={t`進んでいる`} rows={ahead} region={region} line="border-green-800" />
      </div>
    </Section>
  );
}

function Side({
  title,
  rows,
  region,
  line,
}: {
  title: string;
  rows: readonly PlacedIndicator[];
  region: RegionView;
  line: string;
}) {
  const { plan, fy, goals, organisationNames } = region;
  return (
    <div>
      <h3 className={`border-b-2 pb-1 text-std-17B-170 ${line}`}>{title}</h3>
      {rows.length === 0 && (
        <p className="py-2 text-dns-14N-130 text-solid-gray-700">{t`該当する指標はありません。`}</p>
      )}
      <ol>
        {rows.map((row) => {
          const mark = plan.rubric.marks.find(({ symbol }) => symbol === row.evaluation?.mark);
          const goal = goals.find(({ node }) => node.code === row.place.goal.code)?.node;
          return (
            <li
              key={row.id}
              className="flex gap-2.5 border-b border-solid-gray-420 py-2 break-inside-avoid"
            >
              {mark && <MarkBadge mark={mark} size="xs" className="mt-0.5 shrink-0" />}
              <div className="min-w-0">
                <p className="text-dns-16N-130">
                  <TextLink to={paths.explanation(plan.code, row.code, fy)} quiet lang="ja">
                    {row.name}
                  </TextLink>
                </p>
                <p className="mt-0.5 text-dns-14N-130 text-solid-gray-800">
                  {whyText(row, plan.rubric, organisationNames)}
                  {row.evaluation?.isDemo && <DemoTag className="ml-1.5" />}
                </p>
                <p className="mt-0.5 text-note text-solid-gray-700" lang="ja">
                  <TextLink to={paths.node(plan.code, row.place.goal, fy)} quiet>
                    {row.place.goal.name}
                  </TextLink>
                  {goal?.lead && `（${planWords(plan).lead}　${goal.lead.shortName}）`}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
