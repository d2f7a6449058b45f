import { ChangesTable } from "#app/components/changes/changes-table.tsx";
import type { PackContent } from "#app/domain/pack/content.ts";
import { editionText } from "#app/i18n/pack.ts";

/** What was seen otherwise than in the edition before, and why. */
export function PackChangesPart({ content }: { content: PackContent }) {
  const { plan, fy, edition, changes } = content;
  const { against, groups, marks } = changes;
  if (!against) return <p>比べられる前の版はありません。</p>;
  const isCorrection = against.fy === fy;
  return (
    <>
      <p className="mb-3">
        {editionText({ fy, edition: edition.edition })}と、{editionText(against)}
        との違いです。
        {isCorrection ? "" : "年度が異なるため、評価が変わったKPIだけを示します。"}
      </p>
      {isCorrection && edition.note && <p className="mb-3">{edition.note}</p>}
      {groups.length === 0 && <p>変わったKPIはありません。</p>}
      {groups.map(({ goal, indicators, projects }) => (
        <section key={goal} className="mt-5">
          <h3 className="mb-2 text-std-17B-170">{goal}</h3>
          <ChangesTable
            plan={plan.code}
            fy={fy}
            marks={marks}
            caption={`${goal}の変更`}
            indicators={indicators}
            projects={projects}
            otherwise={isCorrection ? null : "年度の実績による"}
          />
        </section>
      ))}
    </>
  );
}
