import {
  byPlace,
  type EvidencePlace,
  type PlanNames,
} from "#app/components/health/shown-finding.ts";
import { printedText } from "#app/components/rollup/printed-text.ts";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { Evidence } from "#app/domain/health/finding.ts";
import { evidenceLabels } from "#app/i18n/health.ts";
import { paths } from "#app/site/paths.ts";

/** As many places as are read at a glance; more are folded on the screen and printed as codes. */
const foldedFrom = 13;

/** What shows a finding: each place, with a way to it, and what it says. */
export function EvidenceList({
  evidence,
  names,
}: {
  evidence: readonly Evidence[];
  names: PlanNames;
}) {
  const places = byPlace(evidence);
  const list = (
    <ul className="space-y-1.5">
      {places.map((place, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: one place may stand twice in a list that never moves
          key={index}
          className="grid gap-x-6 gap-y-0.5 text-dns-16N-130 leading-160 break-inside-avoid sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
        >
          <span>
            <PlaceLink place={place} names={names} />
          </span>
          <ul className="wrap-anywhere">
            {place.said
              .filter((one) => !isOnLink(one, names))
              .map((one) => (
                <li key={`${one.kind}${one.text}`}>
                  <span className="mr-2 text-note text-solid-gray-600">
                    {evidenceLabels[one.kind]}
                  </span>
                  {printedText(one.text)}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
  if (places.length < foldedFrom) return list;
  const codes = new Set(places.flatMap(({ node, indicator }) => node ?? indicator ?? []));
  return (
    <>
      <Disclosure small summary={`該当する${places.length}か所を表示`}>
        {list}
      </Disclosure>
      <p className="hidden text-dns-16N-130 leading-160 print:block">
        {places.length}か所：{[...codes].join("、")}
      </p>
    </>
  );
}

/** The own name of an indicator or a node stands on the link beside it. */
function isOnLink({ kind, indicator, node, text }: Evidence, names: PlanNames): boolean {
  if (kind !== "name" && kind !== "place") return false;
  if (node !== null) return indicator === null && names.nodes[node]?.name === text;
  return indicator !== null && names.indicators[indicator] === text;
}

/** A link to where something is printed: the node where there is one, else the indicator. */
function PlaceLink({ place, names }: { place: EvidencePlace; names: PlanNames }) {
  const { indicator, node } = place;
  const known = node === null ? undefined : names.nodes[node];
  if (node !== null && known)
    return (
      <>
        <TextLink to={paths.node(names.plan, { kind: known.kind, code: node })} quiet>
          {node}　{known.name}
        </TextLink>
        {indicator !== null && `（${names.indicators[indicator]}）`}
      </>
    );
  if (indicator === null) return "計画";
  return (
    <TextLink to={paths.indicator(names.plan, indicator)} quiet>
      {indicator}　{names.indicators[indicator]}
    </TextLink>
  );
}
