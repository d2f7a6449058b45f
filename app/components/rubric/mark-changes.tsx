import { MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { fiscalYearLabel } from "#app/domain/fiscal-year/fiscal-year.ts";
import { groupBy } from "#app/domain/group-by.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { paths } from "#app/site/paths.ts";
import type { RubricPlan, ShownChange } from "./editor-data.ts";

type Scales = { before: Rubric["marks"]; after: Rubric["marks"] };

/** More than these are folded away. */
const most = 8;

/**
 * The marks that would be others, newest year first. Those of the year in question are open, or of
 * the newest year that has any.
 */
export function MarkChanges({
  changes,
  fy,
  plan,
  marks,
}: {
  changes: readonly ShownChange[];
  fy: number;
  plan: RubricPlan;
  marks: Scales;
}) {
  const byYear = groupBy(changes, (change) => change.fy);
  const years = [...byYear.keys()].sort((a, b) => b - a);
  const opened = byYear.has(fy) ? fy : years[0];
  return (
    <div className="space-y-1">
      {years.map((year) => {
        const ofYear = byYear.get(year) ?? [];
        const rest = ofYear.slice(most);
        return (
          <Disclosure
            key={year}
            open={year === opened}
            small
            summary={`${fiscalYearLabel(year)}　${ofYear.length}件`}
          >
            <List changes={ofYear.slice(0, most)} plan={plan} marks={marks} />
            {rest.length > 0 && (
              <Disclosure small summary={`ほか${rest.length}件を表示`}>
                <List changes={rest} plan={plan} marks={marks} />
              </Disclosure>
            )}
          </Disclosure>
        );
      })}
    </div>
  );
}

function List({
  changes,
  plan,
  marks,
}: {
  changes: readonly ShownChange[];
  plan: RubricPlan;
  marks: Scales;
}) {
  return (
    <ul className="border-t border-solid-gray-200">
      {changes.map((change) => (
        <Change key={`${change.kind} ${change.code}`} change={change} plan={plan} marks={marks} />
      ))}
    </ul>
  );
}

function Change({
  change: { kind, code, name, fy, from, to },
  plan,
  marks,
}: {
  change: ShownChange;
  plan: RubricPlan;
  marks: Scales;
}) {
  const page =
    kind === "indicator"
      ? paths.indicator(plan.code, code, fy)
      : paths.node(plan.code, { kind, code }, fy);
  return (
    <li className="border-b border-solid-gray-200 py-2 text-dns-14N-130">
      <TextLink to={page} quiet target="_blank" rel="noreferrer">
        {name}
        <span className="sr-only">（新しいタブで開く）</span>
      </TextLink>
      <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="mr-1 text-note text-solid-gray-600">
          {kind === "indicator" ? "指標" : plan.levelNames.project}
        </span>
        <Mark symbol={from} scale={marks.before} />
        <span aria-hidden="true" className="text-solid-gray-600">
          →
        </span>
        <span className="sr-only">から</span>
        <Mark symbol={to} scale={marks.after} />
      </div>
    </li>
  );
}

function Mark({ symbol, scale }: { symbol: string | null; scale: Rubric["marks"] }) {
  const mark = scale.find((candidate) => candidate.symbol === symbol);
  if (mark) return <MarkBadge mark={mark} className="whitespace-normal!" />;
  return <span className="text-solid-gray-700">{symbol ?? "評価なし"}</span>;
}
