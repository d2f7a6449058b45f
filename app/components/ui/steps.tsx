import { Check, Undo2 } from "lucide-react";
import type { ReactNode } from "react";

export type StepStatus = "done" | "current" | "upcoming" | "attention";
export type Step = { label: string; note?: ReactNode; status: StepStatus };

const words: Record<StepStatus, string> = {
  done: "完了",
  current: "現在",
  upcoming: "未了",
  attention: "要対応",
};
const discs: Record<StepStatus, string> = {
  done: "border-blue-900 bg-white text-blue-900",
  current: "border-blue-900 bg-blue-900 text-white",
  upcoming: "border-solid-gray-420 bg-white text-solid-gray-600 border-dashed",
  attention: "border-orange-900 bg-orange-900 text-white",
};

/** The way a thing goes, and how far it has come. */
export function Steps({
  label,
  steps,
  className = "",
}: {
  label: string;
  steps: readonly Step[];
  className?: string;
}) {
  return (
    <ol aria-label={label} className={`flex ${className}`}>
      {steps.map((step, index) => {
        const here = step.status === "current" || step.status === "attention";
        return (
          <li
            key={step.label}
            aria-current={here ? "step" : undefined}
            className="relative min-w-0 flex-1 pr-3 sm:max-w-48"
          >
            {index < steps.length - 1 && (
              <span
                aria-hidden="true"
                className={`absolute top-4 left-0 w-full border-t-2 ${step.status === "done" ? "border-blue-900" : "border-dashed border-solid-gray-420"}`}
              />
            )}
            <span
              className={`relative z-[1] grid size-8 place-content-center rounded-full border-2 text-dns-14B-130 ring-4 ring-white ${discs[step.status]}`}
            >
              {step.status === "done" && <Check aria-hidden className="size-4" strokeWidth={3} />}
              {step.status === "attention" && (
                <Undo2 aria-hidden className="size-4" strokeWidth={2.5} />
              )}
              {(step.status === "current" || step.status === "upcoming") && (
                <span aria-hidden="true">{index + 1}</span>
              )}
            </span>
            <span className={`mt-2 block ${here ? "text-dns-16B-130" : "text-dns-16N-130"}`}>
              {step.label}
              <span className="sr-only">（{words[step.status]}）</span>
            </span>
            {step.note && (
              <span className="mt-0.5 block text-note text-solid-gray-600">{step.note}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
