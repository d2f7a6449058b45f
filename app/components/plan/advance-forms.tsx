import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import type { RevisionStep } from "#app/domain/plan/revision.ts";
import { message } from "#app/i18n/messages.ts";
import { revisionStepLabels } from "#app/i18n/revision.ts";

type Step = Exclude<RevisionStep, "adopt">;

const hints: Record<Step, string> = {
  assemble: "新しい提案の受付を止め、会議に諮る案としてまとめます。",
  reopen: "再び提案を受け付けます。",
  abandon: "この見直しを終わりにします。計画は変わりません。取り消すことはできません。",
};

/** The steps that the secretariat may take with a revision. */
export function AdvanceForms({
  steps,
  baseStep,
  refused,
}: {
  steps: readonly Step[];
  /** The step at which the person sees the revision. */
  baseStep: number;
  refused: { step: string; reason: string; error: string | undefined } | null;
}) {
  return (
    <div className="space-y-3">
      {steps.map((step) => {
        const again = refused?.step === step ? refused : null;
        const hidden = (
          <>
            <input type="hidden" name="intent" value="advance" />
            <input type="hidden" name="step" value={step} />
            <input type="hidden" name="baseStep" value={baseStep} />
          </>
        );
        if (step === "assemble")
          return (
            <form key={step} method="post">
              {hidden}
              <Button size="lg">{revisionStepLabels[step]}</Button>
              <p className="mt-2 text-dns-14N-130 text-solid-gray-700">{hints[step]}</p>
            </form>
          );
        return (
          <Disclosure key={step} summary={revisionStepLabels[step]} open={again !== null}>
            <form method="post" className="max-w-2xl space-y-3">
              {hidden}
              <TextareaField
                id={`reason-${step}`}
                name="reason"
                label="理由"
                support={hints[step]}
                required
                rows={2}
                defaultValue={again?.reason ?? ""}
                error={again?.error && message(again.error)}
              />
              <Button variant="outline">{revisionStepLabels[step]}</Button>
            </form>
          </Disclosure>
        );
      })}
    </div>
  );
}
