import { MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import type { AssessmentKind } from "#app/domain/evaluation/assessment.ts";
import type { MarkTone } from "#app/domain/rubric/rubric.ts";
import { message } from "#app/i18n/messages.ts";

export type AssessmentInput = { value: string; reason: string };

const words = {
  mark: {
    legend: "設定する評価",
    none: "上書きを取り消し、算出された評価に戻す",
    reason: "評価を設定する理由",
    support: "会議の出席者が読んで分かるように書いてください。算出された評価と並べて表示されます。",
    save: "評価を設定する",
  },
  outlook: {
    legend: "達成見込み",
    none: "記録した見込みを取り消す",
    reason: "見込みの理由",
    support: "会議の出席者が読んで分かるように書いてください。達成見込みと並べて表示されます。",
    save: "見込みを記録する",
  },
} satisfies Record<AssessmentKind, object>;

/** Sets a mark or an outlook, with the reason. Works without scripts. */
export function AssessmentForm({
  kind,
  scale,
  baseVersion,
  inForce,
  input,
  errors,
}: {
  kind: AssessmentKind;
  scale: readonly { symbol: string; label: string; tone: MarkTone }[];
  /** The version the person sees. */
  baseVersion: number;
  /** Whether there is something to take back. */
  inForce: boolean;
  input: AssessmentInput;
  /** Message keys by field. */
  errors: Record<string, string>;
}) {
  const error = (field: string) => (errors[field] ? message(errors[field]) : undefined);
  return (
    <form method="post" className="max-w-3xl space-y-5">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <RadioGroup
        id={`${kind}-value`}
        name="value"
        label={words[kind].legend}
        defaultValue={input.value}
        error={error("value")}
        options={[
          ...scale.map((step) => ({
            value: step.symbol,
            label: <MarkBadge mark={step} size="md" />,
          })),
          ...(inForce ? [{ value: "", label: words[kind].none }] : []),
        ]}
      />
      <TextareaField
        id={`${kind}-reason`}
        name="reason"
        label={words[kind].reason}
        support={words[kind].support}
        required
        rows={3}
        defaultValue={input.reason}
        error={error("reason")}
      />
      <Button type="submit">{words[kind].save}</Button>
    </form>
  );
}
