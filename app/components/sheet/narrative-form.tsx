import { Button } from "#app/components/ui/button.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import type { NarrativePart } from "#app/domain/indicator/definition.ts";
import { longestNarrative } from "#app/domain/sheet/narratives.ts";
import { message } from "#app/i18n/messages.ts";
import { narrativeLabels } from "#app/i18n/narrative.ts";
import { narrativeSupport } from "#app/i18n/sheet.ts";

/** Writes one text of a sheet. Works without scripts. */
export function NarrativeForm({
  part,
  text,
  baseVersion,
  errors,
}: {
  part: NarrativePart;
  text: string;
  /** The version the person sees. */
  baseVersion: number;
  /** Message keys by field. */
  errors: Record<string, string>;
}) {
  return (
    <form method="post" className="max-w-3xl space-y-5">
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <TextareaField
        id="text"
        name="text"
        label={narrativeLabels[part]}
        support={`${narrativeSupport[part]}改行はそのまま表示されます（${longestNarrative.toLocaleString("ja-JP")}文字まで）。`}
        rows={10}
        defaultValue={text}
        error={errors.text ? message(errors.text) : undefined}
      />
      <Button type="submit">保存する</Button>
    </form>
  );
}
