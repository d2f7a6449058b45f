import { Tag, type TagTone } from "#app/components/ui/tag.tsx";
import type { Quality } from "#app/domain/observation/states.ts";
import { qualityWords } from "#app/i18n/answer.ts";

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
