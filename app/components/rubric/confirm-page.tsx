import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { momentText } from "#app/i18n/labels.ts";
import { message } from "#app/i18n/messages.ts";
import { rubricDifferences } from "#app/i18n/rubric.ts";
import { paths } from "#app/site/paths.ts";
import { Differences } from "./differences.tsx";
import type { Editor, EditorResult, RubricVersion, ShownPreview } from "./editor-data.ts";
import { Preview, Untouched } from "./preview.tsx";

/** Before a rubric is adopted: what reads differently, which marks change, and why it is changed. */
export function ConfirmPage({
  editor,
  result,
  preview,
  newest,
}: {
  editor: Editor;
  result: EditorResult;
  preview: ShownPreview;
  newest: RubricVersion;
}) {
  const { plan } = editor;
  const { project } = plan.levelNames;
  const sending = useNavigation().formData?.get("intent");
  const top = useRef<HTMLDivElement>(null);
  const conflict = result.error === "conflict";
  // A refusal takes the reader to itself.
  useEffect(() => {
    if (result.error === null) top.current?.focus();
  }, [result.error]);
  const reasonError = result.errors.reason;
  const differences = rubricDifferences(newest.content, preview.rubric, project);
  // What was seen is what is adopted: the whole form travels along. After a conflict the newer
  // version has been seen too.
  const { reason = "", ...typed } = result.values;
  const fields = { ...typed, ...(conflict && { baseVersion: String(newest.version) }) };
  return (
    <div ref={top} tabIndex={-1} className="outline-none">
      <PageHeader
        breadcrumbs={[
          { to: paths.plan(plan.code), label: plan.name },
          { to: paths.rubric(plan.code), label: "評価基準" },
          { label: "変更の確認" },
        ]}
        eyebrow={plan.name}
        title="評価基準の変更の確認"
        lead={`内容を確かめ、変更の理由を書いて採用してください。採用すると第${newest.version + 1}版になり、すべての評価が計算し直されます。`}
      />
      {reasonError && (
        <div className="mb-8">
          <ErrorSummary errors={[{ fieldId: "reason", message: message(reasonError) }]} />
        </div>
      )}
      {conflict && <Overtaken editor={editor} result={result} newest={newest} />}
      <Section title="変わる評価">
        <Preview preview={preview} inForce={newest.content} plan={plan} wide />
      </Section>
      <Section title="変わる文言">
        {differences.length === 0 ? (
          <p>現行の評価基準（第{newest.version}版）と同じ内容です。</p>
        ) : (
          <Differences
            caption="現行の基準と新しい基準"
            before={`現行（第${newest.version}版）`}
            after={`新しい基準（第${newest.version + 1}版）`}
            differences={differences}
          />
        )}
      </Section>
      <Section title="変わらないもの">
        <Untouched editions={editor.editions} />
      </Section>
      <Section title="採用">
        <Form method="post" action={paths.rubricEditor(plan.code)} noValidate preventScrollReset>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextareaField
            id="reason"
            name="reason"
            label="変更の理由"
            required
            support="評価基準の履歴に載り、だれでも読むことができます。"
            rows={3}
            defaultValue={reason}
            error={reasonError ? message(reasonError) : undefined}
            frameClassName="max-w-[46rem]"
          />
          <div className="mt-6 flex flex-wrap gap-3">
            <Button name="intent" value="adopt" size="lg" disabled={sending != null}>
              {sending === "adopt" ? "採用しています…" : `第${newest.version + 1}版として採用する`}
            </Button>
            <Button
              name="intent"
              value="edit"
              size="lg"
              variant="outline"
              disabled={sending != null}
            >
              編集に戻る
            </Button>
          </div>
        </Form>
      </Section>
    </div>
  );
}

/** Somebody adopted another version meanwhile: theirs beside what they began from. */
function Overtaken({
  editor,
  result,
  newest,
}: {
  editor: Editor;
  result: EditorResult;
  newest: RubricVersion;
}) {
  const base = editor.versions.find(({ version }) => version === Number(result.values.baseVersion));
  const differences = base
    ? rubricDifferences(base.content, newest.content, editor.plan.levelNames.project)
    : [];
  return (
    <div className="mb-10">
      <NotificationBanner
        kind="warning"
        live
        takesFocus
        title={`ほかの人が先に第${newest.version}版を採用したため、採用しませんでした`}
      >
        <p>
          {momentText(newest.createdAt)}に{newest.author ?? "ほかの担当者"}
          が採用しています（理由：{newest.reason}
          ）。入力した内容は残っています。下の「変わる文言」は 第{newest.version}
          版との違いです。確かめて、もう一度採用するか、編集に戻ってください。
        </p>
        {base && differences.length > 0 && (
          <div className="mt-3 bg-white">
            <Differences
              caption={`第${newest.version}版で変わったこと`}
              before={`あなたが開いた第${base.version}版`}
              after={`先に採用された第${newest.version}版`}
              differences={differences}
            />
          </div>
        )}
      </NotificationBanner>
    </div>
  );
}
