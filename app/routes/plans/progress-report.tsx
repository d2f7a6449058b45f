import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { baseVersionOf } from "#app/components/base-version.ts";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { BothContents } from "#app/components/progress/both-contents.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { progressCrumbs } from "#app/components/progress/progress-crumbs.ts";
import { StatusBadge } from "#app/components/progress/status-badge.tsx";
import { UpdateBody } from "#app/components/progress/update-body.tsx";
import { UpdateForm } from "#app/components/progress/update-form.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { isProgressStatus, updateScopes } from "#app/domain/progress/status.ts";
import { momentText } from "#app/i18n/labels.ts";
import { progressStatusLabels, updateScopeLabel, updateTextLabels } from "#app/i18n/progress.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readForm } from "#app/lib/upload/read-form.server.ts";
import { readProgress } from "#app/services/progress/read.server.ts";
import { reportProgress, type UpdateCodes } from "#app/services/progress/report.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

/** Whose update it is: `by` an organisation, of its own `part` or of the whole. */
function updateOf({ params, request }: LoaderFunctionArgs): UpdateCodes {
  const { searchParams } = new URL(request.url);
  const scope = updateScopes.find((known) => known === searchParams.get("part"));
  const organisation = searchParams.get("by");
  if (!scope || !organisation) throw new Response(null, { status: 404 });
  return { plan: String(params.plan), node: String(params.node), organisation, scope };
}

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const codes = updateOf(args);
  const reading = await forPage(readProgress(await serviceContext(args), codes, new Date()));
  const mine = reading.may.report.find(
    ({ organisation, scope }) => organisation.slug === codes.organisation && scope === codes.scope,
  );
  if (!mine) throw new Response(null, { status: 403 });
  const { plan, goal, node, whole, own } = reading;
  const part = own.find(({ organisation }) => organisation.slug === codes.organisation);
  return {
    signedOut: false as const,
    ...mine,
    plan,
    goal,
    node,
    newest: mine.scope === "whole" ? whole : (part?.update ?? null),
    requestKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const codes = updateOf(args);
  const { values, files } = await readForm(args);
  const sent = { values, files: files.length };
  const context = await serviceContext(args);
  if (!context.actor) return data({ ...sent, said: "signed_out" as const, errors: {} }, 401);
  try {
    await reportProgress(context, codes, values, files);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid" && error.code !== "conflict") throw new Response(null, { status });
    return data({ ...sent, said: error.code, errors: error.fieldErrors }, status);
  }
  return redirect(`${paths.progress(codes.plan, codes.node)}?done`);
}

export const meta = () => pageTitle("進捗報告");

const wordsOf = (status: string) => (isProgressStatus(status) ? progressStatusLabels[status] : "");

export default function ProgressReport() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut)
    return <SignedOutForm values={refused?.values ?? {}} files={refused?.files} />;
  const { node, newest, organisation, scope } = page;
  const { status = "", done = "", issues = "", next = "" } = refused?.values ?? {};
  const input = { status, done, issues, next };
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <>
      <PageHeader
        breadcrumbs={progressCrumbs(page, "進捗報告")}
        eyebrow={`${node.code}　${node.name}`}
        title={`進捗報告：${updateScopeLabel(scope, organisation.shortName)}`}
        lead={
          scope === "whole"
            ? "取組全体の状況を報告します。前回の報告は履歴に残ります。"
            : `${organisation.shortName}が担う取組の状況を報告します。前回の報告は履歴に残ります。`
        }
      />
      <div className="mb-8 space-y-4 empty:hidden">
        {refused?.said === "invalid" && (
          <ErrorSummary
            errors={errorsInOrder(errors, ["status", "done", "issues", "next", "files"])}
          />
        )}
        {refused?.said === "conflict" && newest && (
          <BothContents
            kept={newest}
            rows={[
              { term: "状況", mine: wordsOf(input.status), theirs: wordsOf(newest.status) },
              ...(["done", "issues", "next"] as const).map((part) => ({
                term: updateTextLabels[part],
                mine: input[part],
                theirs: newest[part],
              })),
            ]}
          />
        )}
      </div>
      <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <UpdateForm
          input={input}
          errors={errors}
          filesAgain={(refused?.files ?? 0) > 0}
          baseVersion={baseVersionOf(refused, newest?.version ?? 0)}
          requestKey={page.requestKey}
        />
        <aside
          aria-labelledby="last-update"
          className="border-t-2 border-solid-gray-900 pt-3 lg:sticky lg:top-4"
        >
          <h2 id="last-update" className="text-std-17B-170">
            前回の報告
          </h2>
          {newest ? (
            <>
              <p className="mt-1 mb-3 flex flex-wrap items-center gap-x-3">
                <StatusBadge status={newest.status} />
                {newest.isDemo && <DemoTag />}
                <span className="text-dns-14N-130 text-solid-gray-600">
                  {momentText(newest.createdAt)}　{newest.author}
                </span>
              </p>
              <UpdateBody update={newest} columns={false} />
            </>
          ) : (
            <p className="mt-1 text-solid-gray-700">まだ報告していません。</p>
          )}
        </aside>
      </div>
    </>
  );
}
