import { Circle, CircleCheck, Diamond, OctagonX, Triangle } from "lucide-react";
import type { ProgressStatus } from "#app/domain/progress/status.ts";
import { progressStatusLabels } from "#app/i18n/progress.ts";

const looks: Record<ProgressStatus, { Icon: typeof Circle; ink: string }> = {
  on_track: { Icon: Circle, ink: "text-green-800" },
  slipping: { Icon: Triangle, ink: "text-yellow-1000" },
  late: { Icon: Diamond, ink: "text-red-900" },
  completed: { Icon: CircleCheck, ink: "text-blue-900" },
  stopped: { Icon: OctagonX, ink: "text-solid-gray-700" },
};

/** How something gets on, by shape, word and colour. */
export function StatusBadge({
  status,
  large = false,
  className = "",
}: {
  status: ProgressStatus;
  large?: boolean;
  className?: string;
}) {
  const { Icon, ink } = looks[status];
  return (
    <span
      className={`mark-badge whitespace-nowrap ${ink} ${large ? "gap-2 text-std-20B-150" : ""} ${className}`}
    >
      <Icon aria-hidden className={large ? "size-6.5" : "size-4.5"} strokeWidth={2.5} />
      {progressStatusLabels[status]}
    </span>
  );
}
