import type { RoadmapData } from "#app/components/charts/roadmap-data.ts";
import { roadmapSigns } from "#app/components/charts/roadmap-signs.tsx";
import { useSvgId } from "#app/components/charts/svg-id.ts";

/** The signs of a roadmap in words, in a line over it. */
export function RoadmapLegend(data: Pick<RoadmapData, "points" | "baseline" | "projection">) {
  const id = useSvgId();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-note text-solid-gray-700">
      {roadmapSigns(data, id).map(({ word, drawing }) => (
        <li key={word} className="inline-flex items-center gap-1.5">
          <svg
            aria-hidden="true"
            width="24"
            height="12"
            viewBox="0 0 24 12"
            className="shrink-0 fill-none"
          >
            {drawing}
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}
