import { CirclePlay, ClockAlert, Flag, Square, SquareSlash, TriangleAlert } from "lucide-react";
import { Tag, type TagTone } from "#app/components/ui/tag.tsx";
import type { MilestoneState } from "#app/domain/progress/milestone.ts";
import { milestoneStateLabels } from "#app/i18n/progress.ts";

const looks: Record<
  MilestoneState,
  { Icon: typeof Flag; tone: TagTone; variant: "outline" | "soft" }
> = {
  planned: { Icon: Square, tone: "gray", variant: "outline" },
  started: { Icon: CirclePlay, tone: "blue", variant: "soft" },
  reached: { Icon: Flag, tone: "green", variant: "soft" },
  late: { Icon: TriangleAlert, tone: "orange", variant: "outline" },
  cancelled: { Icon: SquareSlash, tone: "gray", variant: "soft" },
};

/** How far a milestone has come; what should have been reached says so beside it. */
export function MilestoneBadge({
  state,
  overdue = false,
}: {
  state: MilestoneState;
  overdue?: boolean;
}) {
  const { Icon, tone, variant } = looks[state];
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Tag
        tone={tone}
        variant={variant}
        icon={<Icon aria-hidden className="size-3.5" strokeWidth={2.25} />}
        className="py-0.5"
      >
        {milestoneStateLabels[state]}
      </Tag>
      {overdue && (
        <Tag
          tone="red"
          icon={<ClockAlert aria-hidden className="size-3.5" strokeWidth={2.25} />}
          className="py-0.5"
        >
          期限超過
        </Tag>
      )}
    </span>
  );
}
