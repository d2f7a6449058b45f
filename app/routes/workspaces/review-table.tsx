import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { ReviewFilter } from "#app/components/workspace/review-filter.tsx";
import { ReviewTable } from "#app/components/workspace/review-table.tsx";
import {
  postedReview,
  type ReviewResult,
  tickedReviews,
} from "#app/domain/observation/review-rows.ts";
import { reviewRefusals } from "#app/i18n/review.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { acceptTicked } from "#app/services/observation/accept-ticked.server.ts";
import { returnObservation } from "#app/services/observation/return.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { listReviews } from "#app/services/workspace/list-reviews.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const context = await serviceContext(args);
  const reviews = await forPage(listReviews(context, String(args.params.organisation)));
  const { searchParams } = new URL(args.request.url);
  const goal = searchParams.get("pt") || null;
  const goals = new Map(reviews.items.map((item) => [item.goal.code, item.goal]));
  return {
    ...reviews,
    items: reviews.items
      .filter((item) => goal === null || item.goal.code === goal)
      .map((item) => ({ ...item, requestKey: crypto.randomUUID() })),
    goal,
    goals: [...goals.values()],
    ticked: searchParams.has("ticked"),
    done: searchParams.get("done"),
    count: Number(searchParams.get("count")) || 0,
  };
}

/** What is ticked is accepted, or the answer of the button is returned. */
export async function action(args: ActionFunctionArgs) {
  await requireSession(args);
  const reviewer = String(args.params.organisation);
  const values = formValues(await args.request.formData());
  const { intent = "" } = values;
  const context = await serviceContext(args);
  if (intent === "accept") {
    const rows = tickedReviews(values);
    if (rows === null) throw new Response(null, { status: 400 });
    const results = await forPage(acceptTicked(context, reviewer, rows));
    const left = results.filter(({ outcome }) => outcome !== "done");
    const count = results.length - left.length;
    if (left.length > 0) return answer({ left, count }, statusOf.conflict);
    return redirect(after(args.request, { done: "accept", count: String(count) }));
  }
  const [verb, key = ""] = intent.split(":");
  const row = verb === "return" ? postedReview(values, key) : null;
  if (row === null) throw new Response(null, { status: 400 });
  try {
    await returnObservation(context, reviewer, row.codes, row.fields);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.concernsOwn) return answer({ left: [{ key, outcome: "own" }] }, status);
    if (error.code === "conflict" || error.code === "locked")
      return answer({ left: [{ key, outcome: error.code }] }, status);
    const wrong = error.fieldErrors.reason;
    if (wrong === undefined) throw new Response(null, { status });
    return answer({ sent: { values, key, error: wrong } }, status);
  }
  return redirect(after(args.request, { done: "return" }));
}

type Answer = {
  /** What was not judged, and how much was. */
  left: readonly ReviewResult[];
  count: number;
  /** A return without a usable reason. */
  sent: { values: Record<string, string>; key: string; error: string } | null;
};

function answer(part: Partial<Answer>, status: number) {
  return data<Answer>({ left: [], count: 0, sent: null, ...part }, status);
}

/** The same table, of the same PT. */
function after(request: Request, told: Record<string, string>): string {
  const { pathname, searchParams } = new URL(request.url);
  const pt = searchParams.get("pt");
  return `${pathname}?${new URLSearchParams({ ...(pt ? { pt } : {}), ...told })}`;
}

export const meta = () => pageTitle("受理待ちの報告（一覧表）");

function doneTitle(done: string | null, count: number): string | null {
  if (done === "return") return "差し戻しました。理由は報告団体のワークスペースに表示されます";
  if (done !== "accept") return null;
  return count === 0
    ? "受理する報告が選択されていません"
    : `${count}件を受理しました。域内の集計に反映されています`;
}

export default function ReviewTablePage() {
  const { membership, mayJudge, items, ...page } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const title = result ? null : doneTitle(page.done, page.count);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(membership.slug),
            label: `${membership.shortName}のワークスペース`,
          },
          { to: paths.review(membership.slug), label: "受理待ちの報告" },
          { label: "一覧表" },
        ]}
        eyebrow={membership.shortName}
        title="受理待ちの報告（一覧表）"
        lead="指標ごとに各団体の報告を並べています。選択した報告をまとめて受理できます。"
        meta={[{ term: "件数", description: `${items.length}件` }]}
      >
        <ReviewFilter organisation={membership.slug} goals={page.goals} goal={page.goal} />
      </PageHeader>
      <div className="mb-6 space-y-4 empty:hidden">
        {result && result.left.length > 0 && (
          <NotificationBanner
            kind="warning"
            live
            takesFocus
            title={`${result.count > 0 ? `${result.count}件を受理しました。` : ""}${result.left.length}件は処理していません`}
          >
            <ul className="list-disc pl-6">
              {[...new Set(result.left.map(({ outcome }) => outcome))].map(
                (outcome) => outcome !== "done" && <li key={outcome}>{reviewRefusals[outcome]}</li>,
              )}
            </ul>
          </NotificationBanner>
        )}
        {title && (
          <NotificationBanner
            kind={page.done === "accept" && page.count === 0 ? "warning" : "success"}
            live
            title={title}
          />
        )}
        {!mayJudge && items.length > 0 && (
          <NotificationBanner title="閲覧のみできます">
            <p>受理と差戻しは、決裁の役割を持つ人が行います。</p>
          </NotificationBanner>
        )}
      </div>
      {items.length === 0 ? (
        <EmptyState title="受理待ちの報告はありません">
          各団体から報告が提出されると、ここに表示されます。
        </EmptyState>
      ) : (
        <ReviewTable
          organisation={membership.slug}
          items={items}
          mayJudge={mayJudge}
          goal={page.goal}
          ticked={page.ticked}
          sent={result?.sent ?? null}
        />
      )}
    </>
  );
}
