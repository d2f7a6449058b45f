import type { DisplayState } from "#app/components/evaluation/state-badge.tsx";
import { type Step, type StepStatus, Steps } from "#app/components/ui/steps.tsx";

const statuses: Record<DisplayState, readonly [StepStatus, StepStatus, StepStatus]> = {
  none: ["current", "upcoming", "upcoming"],
  draft: ["current", "upcoming", "upcoming"],
  proposed: ["current", "upcoming", "upcoming"],
  submitted: ["done", "current", "upcoming"],
  returned: ["attention", "upcoming", "upcoming"],
  accepted: ["done", "done", "done"],
};

/** The way of an answer: 下書き → 提出 → 受理, and where it is now. */
export function ObservationSteps({
  state,
  reviewer,
  className,
}: {
  state: DisplayState;
  /** Who accepts: the lead organisation. */
  reviewer?: string;
  className?: string;
}) {
  const [draft, submitted, accepted] = statuses[state];
  const steps: Step[] = [
    {
      label: state === "returned" ? "差戻し（修正）" : "下書き",
      status: draft,
    },
    {
      label: "提出",
      status: submitted,
      note: state === "submitted" ? "受理待ち" : undefined,
    },
    { label: "受理", status: accepted, note: reviewer },
  ];
  return <Steps label="報告の流れ" steps={steps} className={className} />;
}
