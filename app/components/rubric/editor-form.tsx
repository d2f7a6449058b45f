import { Form } from "@remix-run/react";
import type { RefObject } from "react";
import { Section } from "#app/components/layout/section.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { message } from "#app/i18n/messages.ts";
import { errorPlace } from "#app/i18n/rubric.ts";
import { paths } from "#app/site/paths.ts";
import { NameField, RateFields, SummaryFields } from "./basics-fields.tsx";
import type { Editor, EditorResult } from "./editor-data.ts";
import type { FormState } from "./form-state.ts";
import { useLivePreview } from "./live-preview.ts";
import { PreviewPanel } from "./preview-panel.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { ScaleFields } from "./scale-fields.tsx";

/**
 * The form of a rubric. Every button sends the whole form, and it comes back changed, with nothing
 * lost and nothing kept on the server; with scripts the preview follows while one types.
 */
export function EditorForm({
  element,
  editor,
  result,
  inForce,
  onChange,
}: {
  element: RefObject<HTMLFormElement>;
  editor: Editor;
  result?: EditorResult;
  inForce: Rubric;
  onChange: () => void;
}) {
  const { plan } = editor;
  const action = paths.rubricEditor(plan.code);
  const initial = result?.values ?? editor.fields;
  const { live, follow, busy, answer } = useLivePreview(element, initial, action);
  const form: FormState = {
    initial,
    live,
    errors: result?.errors ?? {},
    focus: result?.focus ?? null,
  };
  const shown = answer ?? result ?? { preview: editor.preview, errors: {} };
  const changed = () => {
    onChange();
    follow();
  };
  return (
    <Form
      ref={element}
      method="post"
      action={action}
      noValidate
      preventScrollReset
      onInput={changed}
      onSubmit={onChange}
      aria-label="評価基準"
    >
      {/* What the Enter key presses. */}
      <button
        type="submit"
        name="intent"
        value="preview"
        tabIndex={-1}
        aria-hidden="true"
        className="sr-only"
      >
        再計算
      </button>
      <input type="hidden" name="baseVersion" value={initial.baseVersion} />
      <input type="hidden" name="reason" value={initial.reason ?? ""} />
      {result?.error === "invalid" && (
        <div className="mb-8">
          <ErrorSummary
            errors={Object.entries(result.errors).map(([field, key]) => ({
              fieldId: field,
              message: `${errorPlace(field)}${message(key)}`,
            }))}
          />
        </div>
      )}
      <div className="grid items-start gap-x-10 gap-y-12 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="min-w-0">
          <Section title="名称">
            <NameField form={form} />
          </Section>
          <Section
            title="評価の種類"
            lead="良いものから順に並べます。記号を変えると、条件で使っている評価も変わります。"
          >
            <ScaleFields form={form} list="marks" />
          </Section>
          <Section
            title="評価の決め方"
            lead="上から順に確かめ、最初に当てはまった条件の評価を付けます。"
          >
            <RuleFields form={form} />
          </Section>
          <Section
            title="達成率の計算"
            lead="達成率を条件に使うときの計算方法です。指標に個別の計算方法が定められている場合は、そちらに従います。"
          >
            <RateFields form={form} />
          </Section>
          <Section title="まとめ方">
            <SummaryFields form={form} project={plan.levelNames.project} />
          </Section>
          <Section
            title="達成見込み"
            lead="最終年度に目標を達成できるかを担当者が選ぶ段階です。使わない場合は空のままにします。"
          >
            <ScaleFields form={form} list="outlook" />
          </Section>
        </div>
        <PreviewPanel
          editor={editor}
          inForce={inForce}
          form={form}
          preview={shown.preview}
          errors={shown.errors}
          busy={busy}
          touched={answer !== undefined || result !== undefined}
        />
      </div>
    </Form>
  );
}
