import { type Picture, type PictureWords, picture } from "#app/components/charts/picture.tsx";
import type { RoadmapData } from "#app/components/charts/roadmap-data.ts";
import { plotSize, RoadmapPlot } from "#app/components/charts/roadmap-plot.tsx";
import { roadmapSigns } from "#app/components/charts/roadmap-signs.tsx";
import { describeRoadmap, roadmapNotes } from "#app/components/charts/roadmap-words.ts";

/** A roadmap as a drawing of its own. */
export function roadmapPicture(
  data: RoadmapData,
  words: Omit<PictureWords, "description" | "notes">,
): Picture {
  const description = describeRoadmap(data);
  return picture(
    { ...words, description, notes: roadmapNotes(data) },
    roadmapSigns(data, "picture"),
    plotSize(data.points, "wide"),
    (place) => (
      <RoadmapPlot
        {...data}
        title={words.title}
        description={description}
        variant="wide"
        place={place}
      />
    ),
  );
}
