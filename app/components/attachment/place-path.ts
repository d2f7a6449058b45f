import type { AttachmentPlace } from "#app/domain/attachment/place.ts";
import { paths } from "#app/site/paths.ts";

/** The page that shows what a file stands behind. */
export function placePath(place: AttachmentPlace): string {
  switch (place.on) {
    case "update":
      return paths.progress(place.plan, place.project);
    case "milestone":
      return paths.milestone(place.plan, place.project, place.milestone);
    case "observation":
      return paths.observation(
        ...([place.plan, place.indicator, place.organisation, place.fy, place.period] as const),
      );
    case "practice":
      return paths.practice(place.plan, place.practice);
    case "round":
      return paths.round(place.plan, place.round);
  }
}
