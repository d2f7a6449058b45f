import { TextLink } from "#app/components/ui/text-link.tsx";
import type { NodeKind } from "#app/domain/indicator/definition.ts";
import { practicePartLabels } from "#app/i18n/practice.ts";
import { paths } from "#app/site/paths.ts";

type Parts = Record<keyof typeof practicePartLabels, string>;

const parts = Object.keys(practicePartLabels) as (keyof Parts)[];

/** What a case says, part by part. */
export function PracticeBody({ practice, small = false }: { practice: Parts; small?: boolean }) {
  return (
    <dl className={small ? "space-y-3" : "space-y-7"}>
      {parts.map((part) => (
        <div key={part}>
          <dt className={small ? "text-eyebrow text-solid-gray-600" : "text-std-17B-170"}>
            {practicePartLabels[part]}
          </dt>
          <dd
            className={`max-w-[46em] whitespace-pre-line ${small ? "text-dns-16N-130 leading-160" : "text-std-16N-170"}`}
          >
            {practice[part] || "－"}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Named = { code: string; name: string };

/** Where a case belongs in its plan, and which KPIs it moved, each a way there. */
export function PracticePlaces({
  plan,
  goals,
  projects,
  indicators,
  words,
}: {
  plan: string;
  goals: readonly Named[];
  projects: readonly Named[];
  indicators: readonly Named[];
  /** What the plan calls its goals and projects. */
  words: { goal: string; project: string };
}) {
  const nodes = (kind: NodeKind, items: readonly Named[]) =>
    items.map(({ code, name }) => ({ to: paths.node(plan, { kind, code }), code, name }));
  const groups = [
    {
      term: "寄与したKPI",
      links: indicators.map((kpi) => ({ ...kpi, to: paths.indicator(plan, kpi.code) })),
    },
    { term: words.goal, links: nodes("goal", goals) },
    { term: words.project, links: nodes("project", projects) },
  ];
  return (
    <dl className="space-y-4">
      {groups.map(({ term, links }) => (
        <div key={term}>
          <dt className="text-eyebrow text-solid-gray-600">{term}</dt>
          {links.length === 0 && <dd>－</dd>}
          {links.map(({ to, code, name }) => (
            <dd key={code} className="mt-1 leading-150">
              <TextLink to={to}>{term === words.goal ? name : `${code}　${name}`}</TextLink>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
