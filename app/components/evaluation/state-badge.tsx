import { Check, CircleDashed, PencilLine, Send, Stamp, Undo2 } from "lucide-react";
import { Tag, type TagTone } from "#app/components/ui/tag.tsx";
import type { ObservationState } from "#app/domain/observation/states.ts";
import { stateWords } from "#app/i18n/answer.ts";
import { translated } from "#app/i18n/t.ts";

/** The state of an answer as people read it; `none` while nothing was entered. */
export type DisplayState = ObservationState | "none";

const longWords: Record<DisplayState, string> = translated({
  none: "未入力",
  draft: "下書き",
  proposed: "団体内の決裁待ち",
  submitted: "提出済（受理待ち）",
  returned: "差戻し",
  accepted: "受理",
});

const states: Record<
  DisplayState,
  {
    tone: TagTone;
    variant: "outline" | "soft";
    Icon: typeof Check;
  }
> = {
  none: {
    tone: "gray",
    variant: "outline",
    Icon: CircleDashed,
  },
  draft: { tone: "gray", variant: "soft", Icon: PencilLine },
  proposed: {
    tone: "blue",
    variant: "outline",
    Icon: Stamp,
  },
  submitted: {
    tone: "blue",
    variant: "soft",
    Icon: Send,
  },
  returned: { tone: "orange", variant: "outline", Icon: Undo2 },
  accepted: { tone: "green", variant: "soft", Icon: Check },
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
  const { tone, variant, Icon } = states[state];
  return (
    <Tag
      tone={tone}
      variant={variant}
      icon={<Icon aria-hidden className="size-3.5" strokeWidth={2.25} />}
      className={`py-0.5 ${state === "none" ? "border-dashed" : ""} ${className}`}
    >
      {(short ? stateWords : longWords)[state]}
    </Tag>
  );
}
