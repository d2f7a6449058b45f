import { at, of } from "../evidence.ts";
import { type Evidence, type Finding, finding, together } from "../finding.ts";
import { abbreviates, namesAgree, normalisedName } from "../name.ts";
import type { HealthPlan } from "../plan.ts";
import { printedFigures } from "../printed-figures.ts";
import { isTarget } from "./target-places.ts";

/**
 * Names that differ between places: an indicator's own and where it is shown (事業所数 as an outcome,
 * 事業数 on the page), a project's and that of its 再掲, and what an overview calls a figure.
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
  return [...places, ...repostNames(plan), ...overviewNames(plan)];
}

function repostNames({ nodes }: HealthPlan): Finding[] {
  return nodes.flatMap((node) => {
    const original = nodes.find((other) => other.code === node.repostOf);
    if (!original || normalisedName(original.name) === normalisedName(node.name)) return [];
    const evidence = [at(original, "name", original.name), at(node, "name", node.name)];
    return [finding("name-differs.repost", "warning", evidence)];
  });
}

/** An overview may leave words out; what is told says others: プログラム参加者数 for 講座等参加者数. */
function overviewNames({ nodes, indicators }: HealthPlan): Finding[] {
  const originals = nodes.filter((node) => node.repostOf === null);
  const evidence = originals.flatMap((node) => {
    const shown = indicators.filter((i) => i.places.some((place) => place.node === node.code));
    return printedFigures(node.overviewText ?? "").flatMap((figure) => {
      const meant = shown.filter((indicator) => isTarget(figure, indicator));
      const [first] = meant;
      if (!first || meant.some(({ name }) => abbreviates(figure.label, name))) return [];
      return [at(node, "overview", node.overviewText ?? ""), of(first, "name", first.name)];
    });
  });
  return together("name-differs.overview", "notice", evidence);
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
