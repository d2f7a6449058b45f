import { type StepStatus, Steps } from "#app/components/ui/steps.tsx";
import { type RoundState, roundStates } from "#app/domain/round/states.ts";
import { roundStateLabels } from "#app/i18n/round.ts";

const notes: Record<RoundState, string> = {
  preparing: "照会先と指標を決める",
  open: "各団体が回答し、幹事団体が受理する",
  closed: "新しい回答は受け付けない",
  published: "実績と評価を公表する",
};

/** How far a round has come. */
export function RoundSteps({ state }: { state: RoundState }) {
  const here = roundStates.indexOf(state);
  const status = (index: number): StepStatus => {
    if (index < here || state === "published") return "done";
    return index === here ? "current" : "upcoming";
  };
  return (
    <Steps
      label="照会の手続"
      steps={roundStates.map((step, index) => ({
        label: roundStateLabels[step],
        note: notes[step],
        status: status(index),
      }))}
    />
  );
}
