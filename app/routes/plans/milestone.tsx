import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { baseVersionOf } from "#app/components/base-version.ts";
import { Section } from "#app/components/layout/section.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { BothContents } from "#app/components/progress/both-contents.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { MilestoneDefinitionForm } from "#app/components/progress/milestone-definition-form.tsx";
import { MilestoneHeader } from "#app/components/progress/milestone-header.tsx";
import { definitionOf, milestoneRows, stepOf } from "#app/components/progress/milestone-input.ts";
import { MilestoneStepForm } from "#app/components/progress/milestone-step-form.tsx";
import { ProgressHistory } from "#app/components/progress/progress-history.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readForm } from "#app/lib/upload/read-form.server.ts";
import { advanceMilestone } from "#app/services/milestone/advance.server.ts";
import { readMilestone } from "#app/services/milestone/read.server.ts";
import { saveMilestone } from "#app/services/milestone/save.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

/** `new` in the address asks for a milestone that is not there yet. */
function codesOf({ params }: LoaderFunctionArgs) {
  const milestone = params.milestone === "new" ? null : String(params.milestone);
  return { plan: String(params.plan), node: String(params.node), milestone };
}

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const now = new Date();
  const reading = await forPage(readMilestone(await serviceContext(args), codesOf(args), now));
  return {
    signedOut: false as const,
    ...reading,
    today: dateInJapan(now),
    keys: { save: crypto.randomUUID(), advance: crypto.randomUUID() },
    done: new URL(args.request.url).searchParams.has("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { milestone, ...project } = codesOf(args);
  const { values, files } = await readForm(args);
  const context = await serviceContext(args);
  const intent = (["save", "advance"] as const).find((known) => known === values.intent);
  if (!intent || (intent === "advance" && milestone === null))
    throw new Response(null, { status: 400 });
  const sent = { intent, values, files: files.length };
  if (!context.actor) return data({ ...sent, said: "signed_out" as const, errors: {} }, 401);
  try {
    const id =
      intent === "save" || milestone === null
        ? await saveMilestone(context, { ...project, milestone }, values)
        : milestone;
    if (intent === "advance")
      await advanceMilestone(context, { ...project, milestone: id }, values, new Date(), files);
    return redirect(`${paths.milestone(project.plan, project.node, id)}?done`);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code === "not_found" || error.code === "forbidden")
      throw new Response(null, { status });
    return data({ ...sent, said: error.code, errors: error.fieldErrors }, status);
  }
}

const fieldOrder = [
  ...["step", "reason", "reachedOn", "evidence", "files"],
  ...["name", "dueKind", "dueFy", "dueOn", "organisation"],
];

export const meta = () => pageTitle("マイルストーン");

export default function Milestone() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut)
    return <SignedOutForm values={refused?.values ?? {}} files={refused?.files} />;
  const { plan, newest, versions, maySave, steps, keys } = page;
  const of = (intent: "save" | "advance") => (refused?.intent === intent ? refused : null);
  const version = newest?.version ?? 0;
  return (
    <>
      <MilestoneHeader project={page} milestone={newest} />
      <div className="mb-8 space-y-4 empty:hidden">
        {refused?.said === "invalid" && (
          <ErrorSummary errors={errorsInOrder(refused.errors, fieldOrder)} />
        )}
        {refused?.said === "conflict" && newest && (
          <BothContents
            kept={newest}
            rows={milestoneRows(refused.intent, refused.values, newest, page.participants)}
          />
        )}
        {refused?.said === "conflict" && !newest && (
          <NotificationBanner kind="warning" live takesFocus title="追加していません">
            <p>
              この画面からは、すでにマイルストーンを追加しています。もう1件追加する場合は、内容を確かめてもう一度送信してください。
            </p>
          </NotificationBanner>
        )}
        {refused?.said === "locked" && (
          <NotificationBanner kind="warning" live takesFocus title="記録していません">
            <p>選択した状況には、現在の状態から変更できません。</p>
          </NotificationBanner>
        )}
        {!refused && page.done && <NotificationBanner kind="success" live title="記録しました" />}
        {newest && !maySave && steps.length === 0 && (
          <NotificationBanner title="閲覧のみできます">
            <p>状況は担当団体と幹事団体が、内容は幹事団体と計画の所管が記録します。</p>
          </NotificationBanner>
        )}
      </div>
      {steps.length > 0 && newest && (
        <Section title="状況を記録する">
          <MilestoneStepForm
            steps={steps}
            input={stepOf(of("advance")?.values ?? null, newest, page.today)}
            errors={of("advance")?.errors ?? {}}
            filesAgain={(of("advance")?.files ?? 0) > 0}
            baseVersion={baseVersionOf(of("advance"), version)}
            requestKey={keys.advance}
          />
        </Section>
      )}
      {maySave && (
        <Section
          title={newest ? "内容を変更する" : "マイルストーンの内容"}
          lead={newest && "変更前の内容は履歴に残ります。"}
        >
          <MilestoneDefinitionForm
            input={definitionOf(of("save")?.values ?? null, newest)}
            errors={of("save")?.errors ?? {}}
            baseVersion={baseVersionOf(of("save"), version)}
            requestKey={keys.save}
            term={plan}
            participants={page.participants}
            submit={newest ? "変更を保存する" : "追加する"}
          />
        </Section>
      )}
      {versions.length > 0 && (
        <Section title="履歴">
          <ProgressHistory versions={versions} />
        </Section>
      )}
    </>
  );
}
