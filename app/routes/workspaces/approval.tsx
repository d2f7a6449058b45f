import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ApprovalTable, type RefusedApproval } from "#app/components/approval/approval-table.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import {
  postedReview,
  type ReviewResult,
  reviewField,
  tickedReviews,
} from "#app/domain/observation/review-rows.ts";
import { approvalRefusals } from "#app/i18n/approval.ts";
import { message } from "#app/i18n/messages.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { listProposed } from "#app/services/approval/list-proposed.server.ts";
import { approveObservation } from "#app/services/observation/approve.server.ts";
import { sendBackObservation } from "#app/services/observation/send-back.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const context = await serviceContext(args);
  const organisation = String(args.params.organisation);
  const proposed = await forPage(listProposed(context, organisation, new Date()));
  const { searchParams } = new URL(args.request.url);
  return {
    signedOut: false as const,
    ...proposed,
    items: proposed.items.map((item) => ({ ...item, requestKey: crypto.randomUUID() })),
    ticked: searchParams.has("ticked"),
    done: searchParams.get("done"),
    count: Number(searchParams.get("count")) || 0,
  };
}

/** What is ticked is approved, or the answer of the button is sent back. */
export async function action(args: ActionFunctionArgs) {
  const organisation = String(args.params.organisation);
  const values = formValues(await args.request.formData());
  const context = await serviceContext(args);
  if (!context.actor) return answer({ refused: { values, field: "", error: "" } }, 401);
  const here = paths.approval(organisation);
  const [verb, key = ""] = (values.intent ?? "").split(":");
  const rows = verb === "approve" ? tickedReviews(values) : null;
  const row = verb === "send_back" ? postedReview(values, key) : null;
  try {
    if (rows !== null) {
      const results = await approveObservation(context, organisation, rows, values);
      const left = results.filter(({ outcome }) => outcome !== "done");
      const count = results.length - left.length;
      if (left.length > 0) return answer({ left, count }, statusOf.conflict);
      return redirect(`${here}?done=approve&count=${count}`);
    }
    if (row === null) throw new Response(null, { status: 400 });
    await sendBackObservation(context, { ...row.codes, organisation }, row.fields);
    return redirect(`${here}?done=send_back`);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    const { behalf, reason } = error.fieldErrors;
    if (behalf) return answer({ refused: { values, field: "behalf", error: behalf } }, status);
    if (reason)
      return answer(
        { refused: { values, field: reviewField("reason", key), error: reason } },
        status,
      );
    if (error.concernsOwn) return answer({ left: [{ key, outcome: "own" }] }, status);
    if (error.code !== "conflict" && error.code !== "locked") throw new Response(null, { status });
    return answer({ left: [{ key, outcome: error.code }] }, status);
  }
}

type Answer = {
  /** What was not decided, and how much was. */
  left: readonly ReviewResult[];
  count: number;
  refused: RefusedApproval | null;
};

function answer(part: Partial<Answer>, status: number) {
  return data<Answer>({ left: [], count: 0, refused: null, ...part }, status);
}

export const meta = () => pageTitle("決裁待ちの報告");

function doneTitle(done: string | null, count: number): string | null {
  if (done === "send_back") return "差し戻しました。理由は起案者に表示されます";
  if (done !== "approve") return null;
  return count === 0
    ? "決裁する報告が選択されていません"
    : `${count}件を決裁しました。幹事団体に提出されています`;
}

export default function ApprovalPage() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (page.signedOut) return <SignedOutForm values={result?.refused?.values ?? {}} />;
  const { membership, mayDecide, behalf, items } = page;
  const title = result ? null : doneTitle(page.done, page.count);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(membership.slug),
            label: `${membership.shortName}のワークスペース`,
          },
          { label: "決裁待ちの報告" },
        ]}
        eyebrow={membership.shortName}
        title="決裁待ちの報告"
        lead="団体内で起案された報告です。決裁すると、そのままの内容で幹事団体に提出されます。"
        actions={
          <>
            <TextLink to={paths.guide("approving")} className="self-center">
              決裁の手引き
            </TextLink>
            <ButtonLink to={paths.approvalSettings(membership.slug)}>決裁の設定</ButtonLink>
          </>
        }
        meta={[{ term: "件数", description: `${items.length}件` }]}
      />
      <div className="mb-6 space-y-4 empty:hidden">
        {result?.refused && (
          <ErrorSummary
            errors={[{ fieldId: result.refused.field, message: message(result.refused.error) }]}
          />
        )}
        {result && result.left.length > 0 && (
          <NotificationBanner
            kind="warning"
            live
            takesFocus
            title={`${result.count > 0 ? `${result.count}件を決裁しました。` : ""}${result.left.length}件は処理していません`}
          >
            <ul className="list-disc pl-6">
              {[...new Set(result.left.map(({ outcome }) => outcome))].map(
                (outcome) =>
                  outcome !== "done" && <li key={outcome}>{approvalRefusals[outcome]}</li>,
              )}
            </ul>
          </NotificationBanner>
        )}
        {title && (
          <NotificationBanner
            kind={page.done === "approve" && page.count === 0 ? "warning" : "success"}
            live
            title={title}
          />
        )}
        {behalf && items.length > 0 && (
          <NotificationBanner title="決裁者に代わって決裁します（代決）">
            <p>代決の理由は、あなたの氏名とともに報告の履歴に残ります。</p>
          </NotificationBanner>
        )}
        {!mayDecide && items.length > 0 && (
          <NotificationBanner title="閲覧のみできます">
            <p>決裁と差戻しは、決裁の役割を持つ人と、代決する人が行います。</p>
          </NotificationBanner>
        )}
      </div>
      {items.length === 0 ? (
        <EmptyState title="決裁待ちの報告はありません">
          担当者が報告を起案すると、ここに表示されます。
        </EmptyState>
      ) : (
        <ApprovalTable
          organisation={membership.slug}
          items={items}
          mayDecide={mayDecide}
          behalf={behalf}
          ticked={page.ticked}
          refused={result?.refused ?? null}
        />
      )}
    </>
  );
}
