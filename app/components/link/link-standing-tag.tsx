import { Tag, type TagTone } from "#app/components/ui/tag.tsx";
import type { LinkStanding } from "#app/domain/link/standing.ts";
import { linkStandingLabels } from "#app/i18n/link.ts";

const tones: Record<LinkStanding, TagTone> = {
  asked: "gray",
  answered: "blue",
  taken: "green",
  expired: "gray",
  revoked: "gray",
};

/** Where a link stands. */
export function LinkStandingTag({ standing }: { standing: LinkStanding }) {
  const isOver = standing === "expired" || standing === "revoked";
  return (
    <Tag tone={tones[standing]} variant={isOver ? "outline" : "soft"}>
      {linkStandingLabels[standing]}
    </Tag>
  );
}
