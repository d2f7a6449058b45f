import { type StepStatus, Steps } from "#app/components/ui/steps.tsx";
import type { RevisionState } from "#app/domain/plan/revision.ts";
import { revisionStateLabels } from "#app/i18n/revision.ts";

const way = ["collecting", "assembled", "adopted"] as const;
const notes: Record<(typeof way)[number], string> = {
  collecting: "幹事団体などが変更を提案する",
  assembled: "事務局が案にまとめ、会議に諮る",
  adopted: "計画の次の版になる",
};

/** How far a revision has come; one that was abandoned goes nowhere. */
export function RevisionSteps({ state }: { state: RevisionState }) {
  if (state === "abandoned") return null;
  const here = way.indexOf(state);
  const status = (index: number): StepStatus => {
    if (index < here || state === "adopted") return "done";
    return index === here ? "current" : "upcoming";
  };
  return (
    <Steps
      label="見直しの手続"
      steps={way.map((step, index) => ({
        label: revisionStateLabels[step],
        note: notes[step],
        status: status(index),
      }))}
    />
  );
}
