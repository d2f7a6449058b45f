import { CircleCheck, CircleDashed, CirclePlay, Diamond, OctagonX } from "lucide-react";
import type { ActivityState } from "#app/domain/progress/activity.ts";
import { activityStateLabels } from "#app/i18n/progress.ts";

const looks: Record<ActivityState, { Icon: typeof Diamond; ink: string }> = {
  not_started: { Icon: CircleDashed, ink: "text-solid-gray-700" },
  started: { Icon: CirclePlay, ink: "text-green-800" },
  late: { Icon: Diamond, ink: "text-red-900" },
  done: { Icon: CircleCheck, ink: "text-blue-900" },
  stopped: { Icon: OctagonX, ink: "text-solid-gray-700" },
};

/** How an activity gets on, by shape, word and colour. */
export function ActivityBadge({ state }: { state: ActivityState }) {
  const { Icon, ink } = looks[state];
  return (
    <span className={`mark-badge whitespace-nowrap ${ink}`}>
      <Icon aria-hidden className="size-4.5" strokeWidth={2.5} />
      {activityStateLabels[state]}
    </span>
  );
}
