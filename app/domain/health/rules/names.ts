import { at, of } from "../evidence.ts";
import { type Evidence, type Finding, finding, together } from "../finding.ts";
import { namesAgree, normalisedName } from "../name.ts";
import type { HealthPlan } from "../plan.ts";

/**
 * Names that differ between places: an indicator's own and where it is shown (事業所数 as an outcome,
 * 事業数 on the page), a project's and that of its 再掲. An overview abbreviates and is left alone.
 */
export function namesDiffer(plan: HealthPlan): Finding[] {
  const places = plan.indicators.flatMap((indicator) => {
    const others = indicator.places.filter((place) => !namesAgree(place.name, indicator.name));
    if (others.length === 0) return [];
    return [
      finding("name-differs.place", "warning", [
        of(indicator, "name", indicator.name),
        ...others.map(({ node, name }): Evidence => {
          return { indicator: indicator.code, node, kind: "name", text: name };
        }),
      ]),
    ];
  });
  return [...places, ...repostNames(plan)];
}

function repostNames({ nodes }: HealthPlan): Finding[] {
  return nodes.flatMap((node) => {
    const original = nodes.find((other) => other.code === node.repostOf);
    if (!original || normalisedName(original.name) === normalisedName(node.name)) return [];
    const evidence = [at(original, "name", original.name), at(node, "name", node.name)];
    return [finding("name-differs.repost", "warning", evidence)];
  });
}

/** A project that shows nothing but 再掲 indicators and is not called 再掲 itself. */
export function repostMarks({ nodes, indicators }: HealthPlan): Finding[] {
  const evidence = nodes.flatMap((node) => {
    const shown = indicators.flatMap((i) => i.places.filter((place) => place.node === node.code));
    const unmarked = node.repostOf === null && !/再掲/u.test(node.name);
    const allReposted = shown.length > 0 && shown.every((place) => place.isRepost);
    return unmarked && allReposted ? [at(node, "name", node.name)] : [];
  });
  return together("repost-mark.missing", "notice", evidence);
}
