import {
  byPlace,
  type EvidencePlace,
  type PlanNames,
} from "#app/components/health/shown-finding.ts";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { Evidence } from "#app/domain/health/finding.ts";
import { evidenceLabels } from "#app/i18n/health.ts";
import { paths } from "#app/site/paths.ts";

/** As many places as are read at a glance; more are folded on the screen and printed in full. */
const foldedFrom = 9;

/** What shows a finding: each place, with a way to it, and what it says. */
export function EvidenceTable({
  evidence,
  names,
  caption,
}: {
  evidence: readonly Evidence[];
  names: PlanNames;
  caption: string;
}) {
  const places = byPlace(evidence);
  const table = (
    <Table caption={caption} captionHidden dense fixed stacks>
      <THead>
        <Tr>
          <Th className="w-[42%]">場所</Th>
          <Th>記載</Th>
        </Tr>
      </THead>
      <TBody>
        {places.map((place, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one place may stand twice in a list that never moves
          <Tr key={index}>
            <Th scope="row">
              <PlaceLink place={place} names={names} />
            </Th>
            <Td label="記載">
              <ul>
                {place.said.map((one) => (
                  <li key={`${one.kind}${one.text}`}>
                    <span className="mr-2 text-note text-solid-gray-600">
                      {evidenceLabels[one.kind]}
                    </span>
                    {one.text}
                  </li>
                ))}
              </ul>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
  if (places.length < foldedFrom) return table;
  return (
    <Disclosure
      small
      summary={`該当する${places.length}か所を表示`}
      className="print:[&::details-content]:[content-visibility:visible]"
    >
      {table}
    </Disclosure>
  );
}

/** A link to where something is printed: the node where there is one, else the indicator. */
function PlaceLink({ place, names }: { place: EvidencePlace; names: PlanNames }) {
  const { indicator, node } = place;
  const known = node === null ? undefined : names.nodes[node];
  if (node !== null && known)
    return (
      <TextLink to={paths.node(names.plan, { kind: known.kind, code: node })} quiet>
        {node}　{known.name}
      </TextLink>
    );
  if (indicator === null) return "計画";
  return (
    <TextLink to={paths.indicator(names.plan, indicator)} quiet>
      {indicator}　{names.indicators[indicator]}
    </TextLink>
  );
}
