import { ChangeTables } from "#app/components/plan/change-table.tsx";
import type { PackContent } from "#app/domain/pack/content.ts";
import { dayText } from "#app/i18n/labels.ts";

/** The revisions of the plan that were proposed or adopted, with what they change. */
export function PackRevisions({ content }: { content: PackContent }) {
  const { revisions, plan, organisationNames } = content;
  if (revisions.length === 0) return <p>提案中又は決定した見直しはありません。</p>;
  return revisions.map(({ number, title, purpose, adoptedOn, ...changes }) => (
    <section key={number} className="mt-6 first:mt-0">
      <h3 className="border-l-8 border-solid-gray-700 pl-3 text-std-18B-160">{title}</h3>
      <p className="mt-1 mb-3">
        {adoptedOn === null ? "提案中" : `${dayText(adoptedOn)}決定`}
        {purpose && `　${purpose}`}
      </p>
      <ChangeTables
        {...changes}
        plan={plan.code}
        fy={null}
        level="h4"
        levelNames={plan.levelNames}
        organisationNames={organisationNames}
      />
    </section>
  ));
}
