import type { Definition } from "../plan/read-definition.server.ts";
import type { readOwnAnswers } from "./own-answers.server.ts";
import type { PtScope } from "./pt-scope.server.ts";

type OwnAnswers = Awaited<ReturnType<typeof readOwnAnswers>>;

/** The indicators of a PT's nodes as one organisation works on them in a year, by the node. */
export function ownRows(
  { indicators }: Pick<Definition, "indicators">,
  { attachments }: PtScope,
  own: OwnAnswers,
) {
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return (nodeId: string) =>
    attachments
      .filter((place) => place.nodeId === nodeId)
      .flatMap((place) => {
        const indicator = known.get(place.indicatorId);
        if (!indicator) return [];
        const { code, unit, valueKind, baselineValue, frequency } = indicator;
        const regional = own.regional.get(indicator.id);
        return {
          code,
          name: place.name,
          unit,
          valueKind,
          baselineValue,
          expected: regional?.expected ?? null,
          expectedText: regional?.expectedText ?? null,
          last: own.last.get(indicator.id) ?? null,
          frequency,
          /** One for each period; empty where others report it. */
          reports: own.asked
            .filter((row) => row.indicatorId === indicator.id)
            .map(({ period, state }) => ({ period, state: state ?? ("none" as const) })),
        };
      });
}
