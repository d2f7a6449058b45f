import type { PlanContent } from "./content.ts";

/** A reference that leads nowhere, or a code that stands twice: where, and which code. */
export type BrokenReference = {
  at: string;
  code: string;
  why: "unknown_node" | "unknown_indicator" | "twice" | "cycle" | "no_place";
};

/**
 * What keeps a document from being a plan: codes that stand twice, references to what is not in it,
 * a node below itself, an indicator that is shown nowhere. Empty for every version that is kept.
 */
export function brokenReferences({ nodes, indicators }: PlanContent): BrokenReference[] {
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const indicatorCodes = new Set(indicators.map((indicator) => indicator.code));
  const found: BrokenReference[] = [];
  const toNode = (at: string, codes: readonly (string | null)[]) => {
    for (const code of codes)
      if (code !== null && !byCode.has(code)) found.push({ at, code, why: "unknown_node" });
  };
  for (const code of twice(nodes.map((node) => node.code)))
    found.push({ at: code, code, why: "twice" });
  for (const code of twice(indicators.map((indicator) => indicator.code)))
    found.push({ at: code, code, why: "twice" });
  for (const node of nodes) {
    toNode(node.code, [node.parent, node.repostOf, node.mergedInto, ...node.links]);
    if (isBelowItself(node.code, byCode))
      found.push({ at: node.code, code: node.code, why: "cycle" });
  }
  for (const indicator of indicators) {
    toNode(indicator.code, [indicator.home, ...indicator.shownOn.map((place) => place.node)]);
    if (indicator.shownOn.length === 0)
      found.push({ at: indicator.code, code: indicator.code, why: "no_place" });
    for (const part of indicator.parts)
      if (!indicatorCodes.has(part))
        found.push({ at: indicator.code, code: part, why: "unknown_indicator" });
  }
  return found;
}

function twice(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
}

function isBelowItself(
  code: string,
  byCode: ReadonlyMap<string, { parent: string | null }>,
): boolean {
  const above = new Set<string>();
  for (
    let at = byCode.get(code)?.parent ?? null;
    at !== null;
    at = byCode.get(at)?.parent ?? null
  ) {
    if (at === code || above.has(at)) return at === code;
    above.add(at);
  }
  return false;
}
