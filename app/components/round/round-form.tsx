import type { ComponentProps } from "react";
import { AttachmentField } from "#app/components/attachment/attachment-field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { message } from "#app/i18n/messages.ts";
import { roundFieldLabels } from "#app/i18n/round.ts";
import { QuestionPicker } from "./question-picker.tsx";
import type { RoundInput } from "./round-input.ts";

/** Says what is asked of whom and until when. Works without scripts. */
export function RoundForm({
  fy,
  input,
  errors,
  baseVersion,
  requestKey,
  filesAgain,
  ...offered
}: {
  fy: number;
  input: RoundInput;
  /** Message keys by field. */
  errors: Record<string, string>;
  /** The version the person sees; 0 for a new one. */
  baseVersion: number;
  requestKey: string;
  /** Files were sent with what was refused. */
  filesAgain: boolean;
} & Omit<ComponentProps<typeof QuestionPicker>, "choice" | "error">) {
  const error = (field: string) => (errors[field] ? message(errors[field]) : undefined);
  return (
    <form method="post" encType="multipart/form-data" className="max-w-3xl space-y-7">
      <input type="hidden" name="fy" value={fy} />
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <TextField
        id="title"
        name="title"
        label={roundFieldLabels.title}
        required
        defaultValue={input.title}
        error={error("title")}
      />
      <TextField
        id="dueOn"
        name="dueOn"
        type="date"
        label={roundFieldLabels.dueOn}
        support="この日までに提出された報告を、期限内の回答とします。"
        required
        defaultValue={input.dueOn}
        error={error("dueOn")}
        className="w-64"
      />
      <TextareaField
        id="instructions"
        name="instructions"
        label={roundFieldLabels.instructions}
        support="回答の際の注意や問合せ先などを書いてください。各団体のワークスペースに、改行のとおりに表示します。"
        required={false}
        rows={5}
        defaultValue={input.instructions}
        error={error("instructions")}
      />
      <AttachmentField error={errors.files} again={filesAgain} />
      <QuestionPicker {...offered} choice={input.choice} error={errors.indicators} />
      <div>
        <Button size="lg">保存する</Button>
        <p className="mt-3 text-dns-14N-130 text-solid-gray-700">
          保存しただけでは照会は始まりません。次の画面で照会先と件数を確かめてから開始します。
        </p>
      </div>
    </form>
  );
}
