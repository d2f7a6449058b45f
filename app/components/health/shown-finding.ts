import type { Evidence, Finding } from "#app/domain/health/finding.ts";
import type { NodeKind } from "#app/domain/indicator/definition.ts";

/** A finding as the page shows it. */
export type ShownFinding = Finding & {
  dismissal: { reason: string; person: string | null; organisation: string; at: Date } | null;
};

/** What the codes of a plan are called. */
export type PlanNames = {
  plan: string;
  nodes: Record<string, { name: string; kind: NodeKind }>;
  indicators: Record<string, string>;
};

/** The address of a finding on its page. */
export function anchorOf({ key }: Pick<Finding, "key">): string {
  return `finding-${key.replace(/[^A-Za-z0-9]+/g, "-")}`;
}

/** Evidence of one place: an indicator, a node, an indicator at a node, or the plan itself. */
export type EvidencePlace = Pick<Evidence, "indicator" | "node"> & { said: Evidence[] };

/** Puts together what stands side by side of one place. */
export function byPlace(evidence: readonly Evidence[]): EvidencePlace[] {
  const places: EvidencePlace[] = [];
  for (const one of evidence) {
    const last = places.at(-1);
    if (last && last.indicator === one.indicator && last.node === one.node) last.said.push(one);
    else places.push({ indicator: one.indicator, node: one.node, said: [one] });
  }
  return places;
}

/** Whose finding it is, in words: the name of its first place. */
export function subjectOf({ evidence }: Pick<Finding, "evidence">, names: PlanNames): string {
  const [first] = evidence;
  if (first?.indicator) return names.indicators[first.indicator] ?? first.indicator;
  return (first?.node && names.nodes[first.node]?.name) || "計画全体";
}
