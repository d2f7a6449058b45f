import { Check, CircleDashed, PencilLine, Send, Stamp, Undo2 } from "lucide-react";
import { Tag, type TagTone } from "#app/components/ui/tag.tsx";
import type { ObservationState } from "#app/domain/observation/states.ts";
import { stateWords } from "#app/i18n/entry.ts";

/** The state of an answer as people read it; `none` while nothing was entered. */
export type DisplayState = ObservationState | "none";

const states: Record<
  DisplayState,
  {
    long: string;
    tone: TagTone;
    variant: "outline" | "soft";
    Icon: typeof Check;
  }
> = {
  none: {
    long: "未入力",
    tone: "gray",
    variant: "outline",
    Icon: CircleDashed,
  },
  draft: { long: "下書き", tone: "gray", variant: "soft", Icon: PencilLine },
  proposed: {
    long: "団体内の決裁待ち",
    tone: "blue",
    variant: "outline",
    Icon: Stamp,
  },
  submitted: {
    long: "提出済（受理待ち）",
    tone: "blue",
    variant: "soft",
    Icon: Send,
  },
  returned: { long: "差戻し", tone: "orange", variant: "outline", Icon: Undo2 },
  accepted: { long: "受理", tone: "green", variant: "soft", Icon: Check },
};

/** Where an answer stands between 下書き and 受理. */
export function StateBadge({
  state,
  short = false,
  className = "",
}: {
  state: DisplayState;
  /** 「提出済」 instead of 「提出済（受理待ち）」. */
  short?: boolean;
  className?: string;
}) {
  const { long, tone, variant, Icon } = states[state];
  return (
    <Tag
      tone={tone}
      variant={variant}
      icon={<Icon aria-hidden className="size-3.5" strokeWidth={2.25} />}
      className={`py-0.5 ${state === "none" ? "border-dashed" : ""} ${className}`}
    >
      {short ? stateWords[state] : long}
    </Tag>
  );
}
