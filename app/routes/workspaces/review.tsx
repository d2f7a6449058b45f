import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { ReviewItemCard } from "#app/components/workspace/review-item.tsx";
import { message } from "#app/i18n/messages.ts";
import { reviewRefusals } from "#app/i18n/review.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { acceptObservation } from "#app/services/observation/accept.server.ts";
import { returnObservation } from "#app/services/observation/return.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { listReviews } from "#app/services/workspace/list-reviews.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const context = await serviceContext(args);
  const reviews = await forPage(listReviews(context, String(args.params.organisation)));
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    ...reviews,
    items: reviews.items.map((item) => ({ ...item, requestKey: crypto.randomUUID() })),
    done,
  };
}

/** What a card of the list says it is about. */
const target = z.object({
  plan: z.string(),
  indicator: z.string(),
  organisation: z.string(),
  fy: z.coerce.number().int(),
  period: z.coerce.number().int().default(0),
});

/** Names a card, so that a refusal stands at its own. */
function keyOf(codes: Omit<z.infer<typeof target>, "plan">): string {
  return `${codes.indicator} ${codes.organisation} ${codes.fy} ${codes.period}`;
}

const verbs = { accept: acceptObservation, return: returnObservation };

export async function action(args: ActionFunctionArgs) {
  await requireSession(args);
  const reviewer = String(args.params.organisation);
  const values = formValues(await args.request.formData());
  const codes = target.safeParse(values);
  const intent = values.intent as keyof typeof verbs;
  if (!codes.success || !Object.hasOwn(verbs, intent)) throw new Response(null, { status: 400 });
  try {
    await verbs[intent](await serviceContext(args), reviewer, codes.data, values);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const key = keyOf(codes.data);
    const status = statusOf[error.code];
    if (error.concernsOwn) return data({ said: "own" as const, key, values, errors: {} }, status);
    if (error.code === "not_found" || error.code === "forbidden")
      throw new Response(null, { status });
    return data({ said: error.code, key, values, errors: error.fieldErrors }, status);
  }
  return redirect(`${paths.review(reviewer)}?done=${intent}`);
}

export const meta = () => pageTitle("受理待ちの報告");

const doneTitles: Record<string, string> = {
  accept: "受理しました。域内の集計に反映されています",
  return: "差し戻しました。理由は報告団体のワークスペースに表示されます",
};

export default function Review() {
  const { membership, mayJudge, items, done } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(membership.slug),
            label: `${membership.shortName}のワークスペース`,
          },
          { label: "受理待ちの報告" },
        ]}
        eyebrow={membership.shortName}
        title="受理待ちの報告"
        lead="幹事を務めるPTに提出された報告です。前年度の値と目標に照らし、受理するか理由を付けて差し戻してください。"
        actions={
          items.length > 0 && (
            <ButtonLink to={paths.reviewTable(membership.slug)}>表でまとめて確認する</ButtonLink>
          )
        }
        meta={[{ term: "件数", description: `${items.length}件` }]}
      />
      <div className="mb-6 space-y-4 empty:hidden">
        {result && result.said !== "invalid" && (
          <NotificationBanner kind="warning" live title="処理していません">
            <p>{reviewRefusals[result.said]}</p>
          </NotificationBanner>
        )}
        {!result && done && done in doneTitles && (
          <NotificationBanner kind="success" live title={doneTitles[done]} />
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
        <ul className="space-y-6">
          {items.map((item) => {
            const key = keyOf({
              ...item,
              indicator: item.indicator.code,
              organisation: item.organisation.slug,
            });
            const refused = result?.key === key && result.said === "invalid" ? result : null;
            const reasonError = refused?.errors.reason;
            return (
              <ReviewItemCard
                key={key}
                item={item}
                mayJudge={mayJudge && !item.own}
                reason={refused?.values.reason}
                reasonError={reasonError ? message(reasonError) : undefined}
              />
            );
          })}
        </ul>
      )}
    </>
  );
}
