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

const most = 5;

/** The five furthest behind and ahead, each with one sentence of why, its PT and who leads it. */
export function RegionFurthest({ region }: { region: RegionView }) {
  const { behind, ahead } = furthest(region.indicators, region.plan.rubric, most);
  if (behind.length + ahead.length === 0) return null;
  return (
    <Section title={t`遅れている指標・進んでいる指標`} aside={t`評価、達成率の順に${most}件まで`}>
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
          // In a city's plan everything is the city's.
          const lead =
            plan.ownerKind === "council" &&
            goals.find(({ node }) => node.code === row.place.goal.code)?.node.lead;
          return (
            <li
              key={row.id}
              className="flex gap-2.5 border-b border-solid-gray-420 py-2 print:py-1 break-inside-avoid"
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
                  {row.evaluation?.isDemo && <DemoTag className="mx-1.5" />}
                  <span className="inline-block text-note">
                    <TextLink to={paths.node(plan.code, row.place.goal, fy)} quiet lang="ja">
                      {row.place.goal.name}
                    </TextLink>
                    {lead && t`（${planWords(plan).lead}　${lead.shortName}）`}
                  </span>
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
