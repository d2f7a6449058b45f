import { Button } from "#app/components/ui/button.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { activityStates, longestActivityNote } from "#app/domain/progress/activity.ts";
import { message } from "#app/i18n/messages.ts";
import { ActivityBadge } from "./activity-badge.tsx";

/** Reports how an activity gets on. Works without scripts. */
export function ActivityForm({
  input,
  errors,
  baseVersion,
  requestKey,
}: {
  input: { state: string; note: string };
  /** Message keys by field. */
  errors: Record<string, string>;
  /** The version the person sees; 0 before the first report. */
  baseVersion: number;
  requestKey: string;
}) {
  const error = (field: string) => (errors[field] ? message(errors[field]) : undefined);
  return (
    <form method="post" className="max-w-3xl space-y-6">
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <RadioGroup
        id="state"
        name="state"
        label="状況"
        required
        defaultValue={input.state}
        error={error("state")}
        options={activityStates.map((state) => ({
          value: state,
          label: <ActivityBadge state={state} />,
        }))}
      />
      <TextareaField
        id="note"
        name="note"
        label="備考"
        support="遅れ、中止の場合は、理由を必ず書いてください。"
        rows={3}
        defaultValue={input.note}
        error={error("note")}
      />
      <div>
        <Button size="lg">報告する</Button>
        <p className="mt-3 text-dns-14N-130 text-solid-gray-700">
          報告した内容は、このポータルを利用する団体の職員が閲覧できます（公開はされません）。備考は
          {longestActivityNote.toLocaleString("ja-JP")}文字までです。
        </p>
      </div>
    </form>
  );
}
