import { CircleAlert, CircleCheck, CircleDashed } from "lucide-react";
import type { Timeliness } from "#app/domain/completeness/timeliness.ts";
import { timelinessLabels } from "#app/i18n/round.ts";
import { rich } from "#app/i18n/t.ts";

const looks = {
  in_time: { Icon: CircleCheck, tone: "text-green-900" },
  late: { Icon: CircleAlert, tone: "text-orange-1000" },
  missing: { Icon: CircleDashed, tone: "text-solid-gray-700" },
} as const;

/** Whether something came in time: by a shape, a word and, where it is counted, how often. */
export function TimelinessMark({ timeliness, count }: { timeliness: Timeliness; count?: number }) {
  const { Icon, tone: own } = looks[timeliness];
  // Nothing of it is nothing to look at.
  const tone = count === 0 ? "text-solid-gray-600" : own;
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap lang-en:whitespace-normal ${tone}`}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {count === undefined
        ? timelinessLabels[timeliness]
        : rich`${timelinessLabels[timeliness]}${<span className="tabular-nums">{count}</span>}`}
    </span>
  );
}
