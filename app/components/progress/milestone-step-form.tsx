import { AttachmentField } from "#app/components/attachment/attachment-field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import type { MilestoneStep } from "#app/domain/progress/milestone.ts";
import { message } from "#app/i18n/messages.ts";
import { milestoneStepHints, milestoneStepLabels } from "#app/i18n/progress.ts";

export type StepInput = { step: string; reason: string; reachedOn: string; evidence: string };

/** Says how far a milestone has come. Works without scripts. */
export function MilestoneStepForm({
  steps,
  input,
  errors,
  filesAgain,
  baseVersion,
  requestKey,
}: {
  /** What the state allows. */
  steps: readonly { step: MilestoneStep; needsReason: boolean }[];
  input: StepInput;
  /** Message keys by field. */
  errors: Record<string, string>;
  /** Files were sent, and are not kept. */
  filesAgain: boolean;
  /** The version the person sees. */
  baseVersion: number;
  requestKey: string;
}) {
  const error = (field: string) => (errors[field] ? message(errors[field]) : undefined);
  return (
    <form method="post" encType="multipart/form-data" className="group/step max-w-3xl space-y-6">
      <input type="hidden" name="intent" value="advance" />
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <input type="hidden" name="requestKey" value={requestKey} />
      {/* What the chosen step asks for; before, and where `:has` is unknown, everything shows. */}
      <RadioGroup
        id="step"
        name="step"
        label="現在の状況"
        required
        defaultValue={input.step}
        error={error("step")}
        options={steps.map(({ step }) => ({
          value: step,
          label: milestoneStepLabels[step],
          support: milestoneStepHints[step],
        }))}
      />
      <TextareaField
        id="reason"
        name="reason"
        label="理由"
        support="遅れている、取りやめる、着手に戻す場合は必ず書いてください。"
        rows={3}
        defaultValue={input.reason}
        error={error("reason")}
        frameClassName="group-has-[[value=start]:checked]/step:hidden group-has-[[value=reach]:checked]/step:hidden"
      />
      <TextField
        id="reachedOn"
        name="reachedOn"
        type="date"
        label="達成日"
        support="達成した場合は必ず入力してください。"
        defaultValue={input.reachedOn}
        error={error("reachedOn")}
        className="w-64"
        frameClassName="group-has-[[value=start]:checked]/step:hidden group-has-[[value=delay]:checked]/step:hidden group-has-[[value=cancel]:checked]/step:hidden group-has-[[value=reopen]:checked]/step:hidden"
      />
      <TextareaField
        id="evidence"
        name="evidence"
        label="根拠"
        support="資料の名称か、公表ページのアドレス（https://～）を書いてください。"
        required={false}
        rows={2}
        defaultValue={input.evidence}
        error={error("evidence")}
      />
      <AttachmentField error={errors.files} again={filesAgain} />
      <Button size="lg">状況を記録する</Button>
    </form>
  );
}
