import { Form, useNavigation } from "@remix-run/react";
import { useRef } from "react";
import { HolderNote } from "#app/components/approval/holder-note.tsx";
import { AttachmentField } from "#app/components/attachment/attachment-field.tsx";
import { AttachmentList } from "#app/components/attachment/attachment-list.tsx";
import { baseVersionOf } from "#app/components/base-version.ts";
import { DiscussionLink } from "#app/components/discussion/discussion-link.tsx";
import { ObservationSteps } from "#app/components/evaluation/observation-steps.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { AskedOthers } from "#app/components/link/asked-others.tsx";
import { ProposedFigure } from "#app/components/practice/proposed-figure.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { handingIn, stateCapabilities } from "#app/domain/observation/states.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { periodLabel } from "#app/i18n/labels.ts";
import { paths } from "#app/site/paths.ts";
import { AnswerFields } from "./answer-fields.tsx";
import { firstValues, typedAnswer } from "./first-values.ts";
import { ReadOnlyReport } from "./read-only-report.tsx";
import { ReportContext } from "./report-context.tsx";
import type { Report, ReportResult } from "./report-data.ts";
import { ReportOutcome } from "./report-outcome.tsx";
import { useUnsent } from "./unsent.ts";
import { VersionTimeline } from "./version-timeline.tsx";

/** One organisation's answer for one indicator and year: what is asked, the form, the history. */
export function ReportPage({ report, result }: { report: Report; result?: ReportResult }) {
  const { indicator, organisation, fy, newest, may } = report;
  const state = newest?.state ?? null;
  const editable = may.save && (state === null || stateCapabilities[state].editable);
  const cell = report.roadmap.find((candidate) => candidate.fy === fy) ?? null;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(organisation.slug),
            label: `${organisation.shortName}のワークスペース`,
          },
          { label: indicator.name },
        ]}
        eyebrow={`${organisation.shortName}　${fiscalYearLabel(fy)}${periodLabel(indicator.frequency, report.period)}の実績`}
        title={indicator.name}
        actions={
          <DiscussionLink
            to={paths.discussion(report.plan.code, {
              kind: "figure",
              code: indicator.code,
              organisation: organisation.slug,
              fy,
            })}
            open={report.openThreads}
          />
        }
      >
        <ObservationSteps
          state={state ?? "none"}
          withApproval={organisation.requiresApproval}
          reviewer={report.leadName ?? undefined}
        />
        <HolderNote state={state} lead={report.leadName} />
      </PageHeader>
      <ReportOutcome report={report} result={result} />
      <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          {editable && state === "accepted" && (
            <p className="mb-6 text-solid-gray-800">
              受理済みの値を訂正します。新しい値が受理されるまで、集計には現在の値を使います。
            </p>
          )}
          {editable && report.proposal && (
            <ProposedFigure proposal={report.proposal} report={report} />
          )}
          {editable ? (
            <AnswerForm report={report} result={result} milestone={cell?.text ?? null} />
          ) : (
            <ReadOnlyReport state={state} report={report} />
          )}
        </div>
        <ReportContext
          indicator={indicator}
          cell={cell}
          aim={report.aim}
          fy={fy}
          earlier={report.earlier}
          organisation={organisation.shortName}
        />
      </div>
      <AskedOthers report={report} editable={editable} />
      {report.attachments.length > 0 && (
        <Section title="添付ファイル">
          <AttachmentList attachments={report.attachments} />
        </Section>
      )}
      {report.versions.length > 0 && (
        <Section title="履歴">
          <VersionTimeline versions={report.versions} indicator={indicator} />
        </Section>
      )}
    </>
  );
}

function AnswerForm({
  report,
  result,
  milestone,
}: {
  report: Report;
  result?: ReportResult;
  milestone: string | null;
}) {
  const { newest, indicator } = report;
  const handing = handingIn(report.organisation);
  const sending = useNavigation().formData?.get("intent");
  const form = useRef<HTMLFormElement>(null);
  const noteTyping = useUnsent(form, newest?.version ?? 0);
  const baseVersion = baseVersionOf(result, newest?.version ?? 0);
  const values = result ? typedAnswer(result.values) : firstValues(report);
  return (
    <Form
      ref={form}
      method="post"
      encType="multipart/form-data"
      noValidate
      onInput={noteTyping}
      className="space-y-7"
    >
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <input type="hidden" name="requestKey" value={report.requestKey} />
      <AnswerFields
        // What was saved is shown as it was understood: 「５１２社」 comes back as 512. What was refused
        // stays under the hand that puts it right, also when the page learns what others saved.
        key={baseVersion}
        asked={indicator}
        values={values}
        errors={result?.errors ?? {}}
        milestone={milestone}
      />
      <AttachmentField
        // What was sent with a form is not kept, and not chosen any more.
        key={result?.values.requestKey ?? newest?.version ?? 0}
        error={result?.errors.files}
        again={(result?.files ?? 0) > 0}
      />
      <div>
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value={handing} size="lg" disabled={sending != null}>
            {handInWords[handing][sending === handing ? "sending" : "button"]}
          </Button>
          <Button name="intent" value="save" size="lg" variant="outline" disabled={sending != null}>
            {sending === "save" ? "保存しています…" : "下書き保存"}
          </Button>
        </div>
        <p className="mt-3 text-dns-14N-130 text-solid-gray-700">
          下書きを閲覧できるのは、自団体の担当者だけです。
        </p>
      </div>
    </Form>
  );
}

const handInWords = {
  submit: { button: "幹事団体へ提出", sending: "提出しています…" },
  propose: { button: "起案する（決裁を求める）", sending: "起案しています…" },
};
