import { MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { groupBy } from "#app/domain/group-by.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
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
  ...shown
}: Shown & {
  changes: readonly ShownChange[];
  fy: number;
}) {
  const byYear = groupBy(changes, (change) => change.fy);
  const years = [...byYear.keys()].sort((a, b) => b - a);
  const first = byYear.has(fy) ? fy : years[0];
  if (first === undefined) return null;
  const ofFirst = byYear.get(first) ?? [];
  const rest = ofFirst.slice(most);
  const summary = (year: number) => `${fiscalYearLabel(year)}　${byYear.get(year)?.length ?? 0}件`;
  return (
    <>
      <p className="mt-1 mb-1.5 text-dns-14N-130">{summary(first)}</p>
      <List changes={ofFirst.slice(0, most)} {...shown} />
      {rest.length > 0 && (
        <Disclosure small summary={`ほか${rest.length}件`}>
          <List changes={rest} {...shown} />
        </Disclosure>
      )}
      {years
        .filter((year) => year !== first)
        .map((year) => (
          <Disclosure key={year} small summary={summary(year)}>
            <List changes={byYear.get(year) ?? []} {...shown} />
          </Disclosure>
        ))}
    </>
  );
}

type Shown = { plan: RubricPlan; marks: Scales; wide: boolean };

function List({ changes, plan, marks, wide }: Shown & { changes: readonly ShownChange[] }) {
  return (
    <ul
      className={`border-t border-solid-gray-200 ${wide ? "gap-x-8 sm:grid sm:grid-cols-2" : ""}`}
    >
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
