import { AttachmentField } from "#app/components/attachment/attachment-field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { longestUpdateText, progressStatuses } from "#app/domain/progress/status.ts";
import { message } from "#app/i18n/messages.ts";
import { progressStatusHints, updateTextLabels } from "#app/i18n/progress.ts";
import { StatusBadge } from "./status-badge.tsx";

export type UpdateInput = { status: string; done: string; issues: string; next: string };

const supports = {
  done: "前回の報告のあとに実施したことを書いてください。",
  issues: "やや遅れ、遅れ、中止の場合は必ず書いてください。",
  next: "いつごろ何を行うかを書いてください。",
};

/** Reports how a project gets on. Works without scripts. */
export function UpdateForm({
  input,
  errors,
  filesAgain,
  baseVersion,
  requestKey,
}: {
  input: UpdateInput;
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
    <form method="post" encType="multipart/form-data" className="space-y-6">
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <RadioGroup
        id="status"
        name="status"
        label="状況"
        required
        defaultValue={input.status}
        error={error("status")}
        options={progressStatuses.map((status) => ({
          value: status,
          label: (
            <span className="flex flex-wrap items-baseline gap-x-4">
              <StatusBadge status={status} className="min-w-[6.5em]" />
              <span className="text-dns-14N-130 text-solid-gray-600">
                {progressStatusHints[status]}
              </span>
            </span>
          ),
        }))}
      />
      {(["done", "issues", "next"] as const).map((part) => (
        <TextareaField
          key={part}
          id={part}
          name={part}
          label={updateTextLabels[part]}
          support={supports[part]}
          required={part === "done" ? true : undefined}
          rows={3}
          defaultValue={input[part]}
          error={error(part)}
        />
      ))}
      <AttachmentField error={errors.files} again={filesAgain} />
      <div>
        <Button size="lg">報告する</Button>
        <p className="mt-3 text-dns-14N-130 text-solid-gray-700">
          報告した内容は、このポータルを利用する団体の職員が閲覧できます（公開はされません）。各欄は
          {longestUpdateText.toLocaleString("ja-JP")}文字までです。
        </p>
      </div>
    </form>
  );
}
