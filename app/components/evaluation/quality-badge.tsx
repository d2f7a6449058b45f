import { Tag, type TagTone } from "#app/components/ui/tag.tsx";
import type { Quality } from "#app/domain/observation/states.ts";

/** The words for the kinds of answer, in forms and badges alike. */
export const qualityWords: Record<Quality, string> = {
  final: "確定",
  provisional: "集計中",
  under_survey: "調査中",
  not_applicable: "対象外",
  no_data: "実績なし",
};

const tones: Record<Quality, TagTone> = {
  final: "gray",
  provisional: "purple",
  under_survey: "purple",
  not_applicable: "gray",
  no_data: "gray",
};

/** What kind of answer a figure is. 確定 is the rule and not said unless asked for. */
export function QualityBadge({
  quality,
  showFinal = false,
  className = "",
}: {
  quality: Quality;
  showFinal?: boolean;
  className?: string;
}) {
  if (quality === "final" && !showFinal) return null;
  return (
    <Tag tone={tones[quality]} variant="outline" className={className}>
      {qualityWords[quality]}
    </Tag>
  );
}
