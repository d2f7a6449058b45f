import { Button } from "#app/components/ui/button.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { rolloutStates } from "#app/domain/practice/states.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { message } from "#app/i18n/messages.ts";
import { rolloutFieldLabels, rolloutStateHints } from "#app/i18n/practice.ts";
import { RolloutBadge } from "./rollout-badge.tsx";

export type RolloutInput = { state: string; startedFy: string; effect: string; note: string };

/** Says what an organisation makes of somebody else's case. Works without scripts. */
export function RolloutForm({
  input,
  errors,
  baseVersion,
  requestKey,
  years,
}: {
  input: RolloutInput;
  /** Message keys by field. */
  errors: Record<string, string>;
  /** The version the person sees; 0 for a new one. */
  baseVersion: number;
  requestKey: string;
  /** The years in which it can have begun. */
  years: readonly number[];
}) {
  const error = (field: string) => (errors[field] ? message(errors[field]) : undefined);
  return (
    <form method="post" className="space-y-6">
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <RadioGroup
        id="state"
        name="state"
        label={rolloutFieldLabels.state}
        required
        defaultValue={input.state}
        error={error("state")}
        options={rolloutStates.map((state) => ({
          value: state,
          label: (
            <span className="flex flex-wrap items-baseline gap-x-4">
              <RolloutBadge state={state} className="min-w-[6.5em]" />
              <span className="text-dns-14N-130 text-solid-gray-600">
                {rolloutStateHints[state]}
              </span>
            </span>
          ),
        }))}
      />
      <SelectField
        id="startedFy"
        name="startedFy"
        label={rolloutFieldLabels.startedFy}
        support="実施中と実施済の場合に選択してください。この年度からKPIの件数に数えます。"
        defaultValue={input.startedFy}
        error={error("startedFy")}
        className="w-64"
        options={[
          { value: "", label: "選択してください" },
          ...years.map((fy) => ({ value: String(fy), label: fiscalYearLabel(fy) })),
        ]}
      />
      <TextareaField
        id="effect"
        name="effect"
        label={rolloutFieldLabels.effect}
        support="自団体で変わったことを、できるだけ数値で書いてください。"
        required={false}
        rows={3}
        defaultValue={input.effect}
        error={error("effect")}
      />
      <TextareaField
        id="note"
        name="note"
        label={rolloutFieldLabels.note}
        support="元の事例から変えた点や、取り組むうえでの課題を書いてください。見送りの場合は、理由を必ず書いてください。"
        rows={3}
        defaultValue={input.note}
        error={error("note")}
      />
      <div>
        <Button size="lg">記録する</Button>
        <p className="mt-3 text-dns-14N-130 text-solid-gray-700">
          記録した内容は、このポータルを利用する団体の職員が閲覧できます（公開はされません）。
        </p>
      </div>
    </form>
  );
}
