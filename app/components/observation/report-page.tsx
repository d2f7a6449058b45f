import { Form, useNavigation } from "@remix-run/react";
import { useRef } from "react";
import { AttachmentField } from "#app/components/attachment/attachment-field.tsx";
import {
  AttachmentList,
  type ShownAttachment,
} from "#app/components/attachment/attachment-list.tsx";
import { baseVersionOf } from "#app/components/base-version.ts";
import { DiscussionLink } from "#app/components/discussion/discussion-link.tsx";
import { ObservationSteps } from "#app/components/evaluation/observation-steps.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { type Proposal, ProposedFigure } from "#app/components/practice/proposed-figure.tsx";
import type { DefinedIndicator } from "#app/components/rollup/indicator-definition.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import type { ExpectationSource } from "#app/domain/evaluation/expectation.ts";
import { fiscalYearLabel } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { Frequency, ValueKind } from "#app/domain/indicator/definition.ts";
import type { Period } from "#app/domain/indicator/period.ts";
import {
  type AnswerContent,
  type Asked,
  answerFields,
  type RawAnswer,
} from "#app/domain/observation/answer.ts";
import { stateCapabilities } from "#app/domain/observation/states.ts";
import { periodLabel } from "#app/i18n/labels.ts";
import { message } from "#app/i18n/messages.ts";
import { paths } from "#app/site/paths.ts";
import { AnswerFields } from "./answer-fields.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { firstValues } from "./first-values.ts";
import { ReadOnlyReport } from "./read-only-report.tsx";
import { ReportContext } from "./report-context.tsx";
import { useUnsent } from "./unsent.ts";
import { type ShownVersion, VersionTimeline } from "./version-timeline.tsx";

export type Report = {
  plan: { code: string };
  indicator: DefinedIndicator &
    Asked & { code: string; name: string; valueKind: ValueKind; frequency: Frequency };
  organisation: { slug: string; shortName: string };
  fy: number;
  period: Period;
  roadmap: readonly { fy: number | null; text: string }[];
  aim: { value: string | null; from: ExpectationSource | null } | null;
  newest: (ShownVersion & { version: number }) | null;
  versions: readonly ShownVersion[];
  earlier: readonly (AnswerContent & { fy: number; isDemo: boolean })[];
  /** What stands behind the answer so far. */
  attachments: readonly ShownAttachment[];
  /** How much of what is said of the figure is open. */
  openThreads: number;
  may: { save: boolean; withdraw: boolean };
  done: string | null;
  /** What the library of good practices makes of it, where that feeds the indicator. */
  proposal: Proposal | null;
  /** The form begins with the proposal. */
  takesProposal: boolean;
  requestKey: string;
};

export type ReportResult = {
  error: "signed_out" | "invalid" | "conflict" | "locked";
  values: Record<string, string>;
  /** How many files were sent; they are not kept. */
  files: number;
  errors: Record<string, string>;
};

const doneTitles: Record<string, string> = {
  save: "下書きを保存しました",
  submit: "提出しました",
  withdraw: "引き戻しました。内容を直してもう一度提出できます",
};

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
        <ObservationSteps state={state ?? "none"} />
      </PageHeader>
      <Outcome report={report} result={result} />
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

function Outcome({ report, result }: { report: Report; result?: ReportResult }) {
  const { newest, done, organisation } = report;
  const back = (
    <ButtonLink to={paths.workspace(organisation.slug)} size="sm">
      ワークスペースへ戻る
    </ButtonLink>
  );
  return (
    <div className="mb-8 space-y-4 empty:hidden">
      {result?.error === "invalid" && (
        <ErrorSummary
          errors={Object.entries(result.errors).map(([field, key]) => ({
            fieldId: field,
            message: message(key),
          }))}
        />
      )}
      {result?.error === "conflict" && newest && (
        <ConflictNotice key={newest.id} mine={typed(result.values)} theirs={newest} />
      )}
      {result?.error === "locked" && (
        <NotificationBanner kind="warning" live takesFocus title="この操作はもうできません">
          <p>この報告はほかの人が先に進めています。下の現在の状態を確認してください。</p>
        </NotificationBanner>
      )}
      {!result && done && done in doneTitles && (
        <NotificationBanner kind="success" live title={doneTitles[done]} actions={back} />
      )}
      {!result && newest?.state === "returned" && (
        <NotificationBanner kind="warning" title="幹事団体から差し戻されています">
          <p className="whitespace-pre-line">{newest.reason}</p>
        </NotificationBanner>
      )}
    </div>
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
  const sending = useNavigation().formData?.get("intent");
  const form = useRef<HTMLFormElement>(null);
  const noteTyping = useUnsent(form, newest?.version ?? 0);
  const baseVersion = baseVersionOf(result, newest?.version ?? 0);
  const values = result ? typed(result.values) : firstValues(report);
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
          <Button name="intent" value="submit" size="lg" disabled={sending != null}>
            {sending === "submit" ? "提出しています…" : "幹事団体へ提出"}
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

function typed(values: Record<string, string>): RawAnswer {
  const entries = answerFields.map((field) => [field, values[field] ?? ""]);
  return Object.fromEntries(entries) as RawAnswer;
}
