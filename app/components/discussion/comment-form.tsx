import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { longestComment } from "#app/domain/discussion/thread.ts";
import { message } from "#app/i18n/messages.ts";

export type Refused = { values: Record<string, string>; errors: Record<string, string> };

export type CommentFormProps = {
  /** The thread that is answered; null for a new one. */
  thread: string | null;
  /** What was sent and refused before. */
  refused: Refused | null;
  requestKey: string;
  /** Whom it can address. */
  organisations: readonly { slug: string; label: string }[];
  /** For whom the author can speak. */
  speaksFor: readonly { slug: string; shortName: string }[];
};

/** Writes a comment. Works without scripts. */
export function CommentForm({
  thread,
  refused,
  requestKey,
  organisations,
  speaksFor,
}: CommentFormProps) {
  const id = (field: string) => `${field}-${thread ?? "new"}`;
  const { values = {}, errors = {} } = refused ?? {};
  return (
    <form method="post" className="max-w-3xl space-y-4" noValidate>
      <input type="hidden" name="intent" value="write" />
      <input type="hidden" name="requestKey" value={requestKey} />
      {thread && <input type="hidden" name="parent" value={thread} />}
      {speaksFor.length > 1 && (
        <SelectField
          id={id("by")}
          name="by"
          label="発言する団体"
          defaultValue={values.by ?? speaksFor[0]?.slug}
          className="w-64"
          options={speaksFor.map(({ slug, shortName }) => ({ value: slug, label: shortName }))}
        />
      )}
      <TextareaField
        id={id("body")}
        name="body"
        label={thread ? "返信" : "意見・質問"}
        support={`「@佐賀県」のように書くと、その団体の担当者に知らせます。${longestComment.toLocaleString("ja-JP")}文字以内`}
        required
        rows={thread ? 2 : 4}
        defaultValue={values.body}
        error={errors.body && message(errors.body)}
      />
      {organisations.length > 0 && (
        <Disclosure small summary="知らせる相手を選ぶ">
          <fieldset>
            <legend className="mb-1 text-dns-14N-130 text-solid-gray-700">
              選択した団体の担当者に、お知らせが届きます。
            </legend>
            <div className="flex flex-wrap gap-x-6">
              {organisations.map(({ slug, label }) => (
                <Checkbox
                  key={slug}
                  id={id(`tell-${slug}`)}
                  name={`tell.${slug}`}
                  label={label}
                  defaultChecked={values[`tell.${slug}`] !== undefined}
                />
              ))}
            </div>
          </fieldset>
        </Disclosure>
      )}
      <Button variant={thread ? "outline" : "solid-fill"}>
        {thread ? "返信する" : "書き込む"}
      </Button>
    </form>
  );
}
