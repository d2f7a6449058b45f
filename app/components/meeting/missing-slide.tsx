import type { RegionView } from "#app/components/rollup/region-view.ts";
import { t } from "#app/i18n/t.ts";

/** Who has not reported what: organisations down, PTs across, and the number of KPIs. */
export function MissingSlide({ region }: { region: RegionView }) {
  const { goals, organisationNames } = region;
  const countOf = (goal: RegionView["goals"][number], slug: string) =>
    goal.missing.find((each) => each.slug === slug)?.count ?? 0;
  const rows = Object.entries(organisationNames)
    .map(([slug, name]) => {
      const counts = goals.map((goal) => countOf(goal, slug));
      return { slug, name, counts, total: counts.reduce((sum, count) => sum + count, 0) };
    })
    .filter(({ total }) => total > 0);
  if (rows.length === 0)
    return <p className="text-[1.6em] font-bold">{t`すべての団体の報告がそろっています。`}</p>;
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left text-[0.95em] leading-130">
        <caption className="sr-only">{t`団体ごとの未報告のKPIの数`}</caption>
        <thead className="text-[0.8em]">
          <tr className="border-b-2 border-solid-gray-900 align-bottom">
            <th scope="col" className="py-[0.3em] pr-[0.8em]">{t`団体`}</th>
            {goals.map(({ node }) => (
              <th key={node.code} scope="col" lang="ja" className="px-[0.4em] text-right">
                {node.name}
              </th>
            ))}
            <th scope="col" className="pl-[0.8em] text-right">{t`計`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ slug, name, counts, total }) => (
            <tr key={slug} className="border-b border-solid-gray-420">
              <th scope="row" className="py-[0.25em] pr-[0.8em] font-bold whitespace-nowrap">
                {name}
              </th>
              {counts.map((count, at) => (
                <td
                  key={goals[at]?.node.code}
                  className="px-[0.4em] text-right font-bold tabular-nums"
                >
                  {count === 0 ? <span className="font-normal text-solid-gray-600">0</span> : count}
                </td>
              ))}
              <td className="pl-[0.8em] text-right font-bold tabular-nums">{total}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-[0.5em] text-[0.8em]">
        {t`PTごとに数えています。複数のPTに共通の指標は、それぞれに数えます。`}
      </p>
    </div>
  );
}
