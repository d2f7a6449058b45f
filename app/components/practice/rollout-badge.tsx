import { CircleCheck, CircleDashed, CirclePlay, CircleX } from "lucide-react";
import type { RolloutState } from "#app/domain/practice/states.ts";
import { rolloutStateLabels } from "#app/i18n/practice.ts";

const looks: Record<RolloutState, { Icon: typeof CircleX; ink: string }> = {
  planned: { Icon: CircleDashed, ink: "text-solid-gray-800" },
  doing: { Icon: CirclePlay, ink: "text-blue-900" },
  done: { Icon: CircleCheck, ink: "text-green-800" },
  dropped: { Icon: CircleX, ink: "text-solid-gray-700" },
};

/** How far an organisation has come with a case, by shape, word and colour. */
export function RolloutBadge({
  state,
  className = "",
}: {
  state: RolloutState;
  className?: string;
}) {
  const { Icon, ink } = looks[state];
  return (
    <span className={`mark-badge whitespace-nowrap ${ink} ${className}`}>
      <Icon aria-hidden className="size-4.5" strokeWidth={2.25} />
      {rolloutStateLabels[state]}
    </span>
  );
}
