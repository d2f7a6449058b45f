import type { DisplayState } from "#app/components/evaluation/state-badge.tsx";
import { type Step, type StepStatus, Steps } from "#app/components/ui/steps.tsx";

type Statuses = readonly [
  draft: StepStatus,
  decided: StepStatus,
  submitted: StepStatus,
  accepted: StepStatus,
];

const statuses: Record<DisplayState, Statuses> = {
  none: ["current", "upcoming", "upcoming", "upcoming"],
  draft: ["current", "upcoming", "upcoming", "upcoming"],
  proposed: ["done", "current", "upcoming", "upcoming"],
  submitted: ["done", "done", "current", "upcoming"],
  returned: ["attention", "upcoming", "upcoming", "upcoming"],
  accepted: ["done", "done", "done", "done"],
};

/** The way of an answer: 下書き → (決裁 →) 提出 → 受理, and where it is now. */
export function ObservationSteps({
  state,
  reviewer,
  withApproval = false,
  className,
}: {
  state: DisplayState;
  /** The organisation decides before it submits. */
  withApproval?: boolean;
  /** Who accepts: the lead organisation. */
  reviewer?: string;
  className?: string;
}) {
  const [draft, decided, submitted, accepted] = statuses[state];
  const steps: Step[] = [
    {
      label: state === "returned" ? "差戻し（修正）" : "下書き",
      status: draft,
    },
    ...(withApproval || state === "proposed"
      ? [
          {
            label: "決裁",
            status: decided,
            note: state === "proposed" ? "団体内の決裁待ち" : undefined,
          },
        ]
      : []),
    {
      label: "提出",
      status: submitted,
      note: state === "submitted" ? "受理待ち" : undefined,
    },
    { label: "受理", status: accepted, note: reviewer },
  ];
  return <Steps label="報告の流れ" steps={steps} className={className} />;
}
