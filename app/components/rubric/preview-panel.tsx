import { Button } from "#app/components/ui/button.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { message } from "#app/i18n/messages.ts";
import { errorPlace } from "#app/i18n/rubric.ts";
import type { Editor, ShownPreview } from "./editor-data.ts";
import { type FormState, fieldProps, focusProps } from "./form-state.ts";
import { Preview, Untouched } from "./preview.tsx";
import { SmallSelect } from "./small-field.tsx";

/** Beside the form: what it would come to, and the way on. */
export function PreviewPanel({
  editor,
  inForce,
  form,
  preview,
  errors,
  busy,
  touched,
}: {
  editor: Editor;
  inForce: Rubric;
  form: FormState;
  preview: ShownPreview | null;
  errors: Record<string, string>;
  busy: boolean;
  /** Whether anything has been asked for yet. */
  touched: boolean;
}) {
  const { plan } = editor;
  const missing = Object.entries(errors);
  return (
    <section
      aria-labelledby="preview-title"
      className="rounded-12 border border-solid-gray-420 bg-white lg:sticky lg:top-4 lg:flex lg:max-h-[calc(100dvh-2rem)] lg:flex-col print:static"
    >
      <h2 id="preview-title" className="px-5 pt-4 text-std-18B-160">
        この計画に当てはめると
      </h2>
      <div className="flex items-end gap-2 border-b border-solid-gray-200 px-5 pt-2 pb-4 print:hidden">
        <SmallSelect
          {...fieldProps(form, "fy")}
          label="件数を見る年度"
          options={yearRange(plan.firstFy, plan.lastFy).map((fy) => ({
            value: String(fy),
            label: fiscalYearLabel(fy),
          }))}
          className="grow"
        />
        <Button
          variant="outline"
          size="sm"
          name="intent"
          value="preview"
          {...focusProps(form, "preview")}
        >
          再計算
        </Button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div
        role="group"
        aria-label="試算の結果"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 space-y-6 p-5 -outline-offset-4 lg:overflow-y-auto"
      >
        <div aria-live="polite" aria-busy={busy}>
          {preview ? (
            <div className={busy ? "opacity-60" : ""}>
              <Preview preview={preview} inForce={inForce} plan={plan} />
            </div>
          ) : missing.length > 0 ? (
            <div className="text-dns-16N-130 leading-160">
              <p className="font-bold">
                入力の途中です。次の{missing.length}か所を確かめてください。
              </p>
              <ul className="mt-2 space-y-1.5">
                {missing.map(([field, key]) => (
                  <li key={field}>
                    <TextLink to={`#${field}`}>
                      {errorPlace(field)}
                      {message(key)}
                    </TextLink>
                  </li>
                ))}
              </ul>
            </div>
          ) : (
            <p className="text-dns-16N-130 leading-160 text-solid-gray-700">
              {touched
                ? "入力がそろうと、評価がどう変わるかをここに表示します。"
                : "基準を変えると、評価がどう変わるかをここに表示します。まだ変更はありません。"}
            </p>
          )}
        </div>
        <Untouched editions={editor.editions} />
      </div>
      <div className="border-t border-solid-gray-200 px-5 py-4">
        <Button name="intent" value="confirm" size="lg" className="w-full">
          変更の内容を確認する
        </Button>
        <p className="mt-2 text-dns-14N-130 leading-150 text-solid-gray-700">
          次の画面で確かめてから採用します。
        </p>
      </div>
    </section>
  );
}
