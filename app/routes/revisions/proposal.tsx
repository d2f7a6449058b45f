import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { baseVersionOf } from "#app/components/base-version.ts";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { ProposalForm } from "#app/components/plan/proposal-form.tsx";
import { proposalRows } from "#app/components/plan/proposal-rows.ts";
import { versionCrumbs } from "#app/components/plan/revision-crumbs.ts";
import { BothContents } from "#app/components/progress/both-contents.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { momentText } from "#app/i18n/labels.ts";
import { itemStateLabels, proposalFieldLabels } from "#app/i18n/revision.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { type ProposalTarget, proposeChange } from "#app/services/revision/propose.server.ts";
import { readProposal } from "#app/services/revision/read-proposal.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

/** `new` in the address asks for something that is not there yet, `under` a policy or a project. */
function targetOf({ params, request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const kind = pathname.includes(`/revisions/${params.number}/projects/`) ? "node" : "indicator";
  const target: ProposalTarget = { kind, code: params.code === "new" ? null : String(params.code) };
  const codes = { plan: String(params.plan), number: Number(params.number) };
  return { codes, target, under: searchParams.get("under") };
}

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const { codes, target, under } = targetOf(args);
  const context = await serviceContext(args);
  try {
    const reading = await readProposal(context, codes, target, under);
    return { signedOut: false as const, ...reading, requestKey: crypto.randomUUID() };
  } catch (error) {
    // The revision's own page says why it takes nothing more.
    if (error instanceof ServiceError && error.code === "locked")
      throw redirect(paths.revision(codes.plan, codes.number));
    return forPage(Promise.reject(error));
  }
}

export async function action(args: ActionFunctionArgs) {
  const { codes, target } = targetOf(args);
  const values = formValues(await args.request.formData());
  const context = await serviceContext(args);
  if (!context.actor) return data({ values, said: "signed_out" as const, errors: {} }, 401);
  try {
    await proposeChange(context, codes, target, values);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid" && error.code !== "conflict") throw new Response(null, { status });
    return data({ values, said: error.code, errors: error.fieldErrors }, status);
  }
  return redirect(`${paths.revision(codes.plan, codes.number)}?done=propose`);
}

const fieldOrder = Object.keys(proposalFieldLabels);

export const meta = () => pageTitle("変更の提案");

export default function Proposal() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut)
    return (
      <SignedOutForm
        values={refused?.values ?? {}}
        unread={["baseVersion", "planVersion", "requestKey"]}
        labels={proposalFieldLabels}
      />
    );
  const { plan, revision, kind, subject, above, newest } = page;
  const errors: Record<string, string> = refused?.errors ?? {};
  const thing = kind === "node" ? plan.levelNames.project : "KPI";
  const title = subject ? `${thing}の変更の提案` : `${thing}の追加の提案`;
  return (
    <>
      <PageHeader
        breadcrumbs={versionCrumbs(
          plan,
          { to: paths.revision(plan.code, revision.number), label: revision.title },
          { label: title },
        )}
        eyebrow={
          subject
            ? `${subject.code}　${subject.name}`
            : `${above.code}　${above.number}${above.name}`
        }
        title={title}
        lead="変更する欄だけを書き直してください。ほかの欄は今の計画のまま残ります。提案は、見直しが決定されるまで計画に反映されません。"
        meta={
          newest
            ? [
                { term: "これまでの提案", description: itemStateLabels[newest.state] },
                { term: "提案者", description: `${newest.organisation}　${newest.author}` },
                { term: "日時", description: momentText(newest.createdAt) },
                { term: "理由", description: newest.reason },
              ]
            : []
        }
      />
      <div className="mb-8 space-y-4 empty:hidden">
        {refused?.said === "invalid" && <ErrorSummary errors={errorsInOrder(errors, fieldOrder)} />}
        {refused?.said === "conflict" &&
          (newest ? (
            <BothContents
              kept={newest}
              rows={proposalRows(
                refused.values,
                { ...page.input, reason: newest.reason },
                page.options.organisations,
              )}
            />
          ) : (
            <NotificationBanner kind="warning" live takesFocus title="提案を保存していません">
              <p>
                同じコードの提案がすでにあります。見直しの画面で内容を確かめ、別のコードにしてください。
              </p>
            </NotificationBanner>
          ))}
      </div>
      <ProposalForm
        kind={kind}
        isNew={!subject?.isInPlan}
        fixedCode={subject !== null}
        derived={page.derived}
        options={page.options}
        input={refused?.values ?? page.input}
        errors={errors}
        baseVersion={baseVersionOf(refused, newest?.version ?? 0)}
        // What was typed was typed over that one.
        planVersion={refused ? Number(refused.values.planVersion) : page.planVersion}
        requestKey={page.requestKey}
      />
    </>
  );
}
