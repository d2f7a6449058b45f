import { Tag, type TagTone } from "#app/components/ui/tag.tsx";
import type { ChangeKind } from "#app/domain/plan/diff.ts";
import { changeKindLabels } from "#app/i18n/revision.ts";

const tones: Record<ChangeKind, TagTone> = {
  added: "blue",
  reposted: "gray",
  changed: "green",
  moved: "purple",
  merged: "orange",
  closed: "red",
};

/** What happened to a thing of a plan. */
export function ChangeTag({ change }: { change: ChangeKind }) {
  return <Tag tone={tones[change]}>{changeKindLabels[change]}</Tag>;
}
