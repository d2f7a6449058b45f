import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { baseVersionOf } from "#app/components/base-version.ts";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { practiceCrumbs } from "#app/components/practice/practice-crumbs.ts";
import { PracticeForm } from "#app/components/practice/practice-form.tsx";
import { practiceInput, practiceRows } from "#app/components/practice/practice-input.ts";
import { WithdrawForm } from "#app/components/practice/withdraw-form.tsx";
import { BothContents } from "#app/components/progress/both-contents.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { practiceFieldLabels } from "#app/i18n/practice.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readForm } from "#app/lib/upload/read-form.server.ts";
import { readPracticeForm } from "#app/services/practice/read.server.ts";
import { savePractice } from "#app/services/practice/save.server.ts";
import { sharePractice } from "#app/services/practice/share.server.ts";
import { withdrawPractice } from "#app/services/practice/withdraw.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

/** Without a case in the address it is a new one, of the organisation `by`. */
function codesOf({ params, request }: LoaderFunctionArgs) {
  return {
    plan: String(params.plan),
    practice: params.practice ?? null,
    organisation: new URL(request.url).searchParams.get("by"),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const form = await forPage(readPracticeForm(await serviceContext(args), codesOf(args)));
  const keys = { write: crypto.randomUUID(), withdraw: crypto.randomUUID() };
  return { signedOut: false as const, ...form, keys };
}

const intents = ["save", "share", "withdraw"] as const;

export async function action(args: ActionFunctionArgs) {
  const codes = codesOf(args);
  const { plan, practice } = codes;
  const { values, files } = await readForm(args);
  const context = await serviceContext(args);
  const intent = intents.find((known) => known === values.intent);
  if (!intent || (intent === "withdraw" && practice === null))
    throw new Response(null, { status: 400 });
  const sent = { intent, values, files: files.length };
  if (!context.actor) return data({ ...sent, said: "signed_out" as const, errors: {} }, 401);
  try {
    if (intent === "withdraw" && practice !== null)
      await withdrawPractice(context, { plan, practice }, values);
    const write = intent === "share" ? sharePractice : savePractice;
    const id =
      intent === "withdraw" ? String(practice) : await write(context, codes, values, files);
    return redirect(`${paths.practice(plan, id)}?done=${intent}`);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code === "not_found" || error.code === "forbidden")
      throw new Response(null, { status });
    return data({ ...sent, said: error.code, errors: error.fieldErrors }, status);
  }
}

const fieldOrder = ["title", "problem", "done", "cost", "effect", "nodes", "contact", "files"];

export const meta = () => pageTitle("好事例の記入");

export default function PracticeEditor() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut)
    return <SignedOutForm values={refused?.values ?? {}} labels={practiceFieldLabels} />;
  const { plan, organisation, newest, outline, steps, keys } = page;
  const shared = newest?.state === "shared";
  const title = newest ? (shared ? "事例の訂正・取下げ" : "事例の編集") : "好事例の記入";
  const written = refused && refused.intent !== "withdraw" ? refused : null;
  const withdrawn = refused?.intent === "withdraw" ? refused : null;
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <>
      <PageHeader
        breadcrumbs={practiceCrumbs(plan, newest, title)}
        eyebrow={`好事例　${organisation.shortName}`}
        title={title}
        lead={newest ? newest.title : `${organisation.shortName}の取組を、ほかの団体に紹介します。`}
      />
      <div className="mb-8 space-y-4 empty:hidden">
        {refused?.said === "invalid" && <ErrorSummary errors={errorsInOrder(errors, fieldOrder)} />}
        {written?.said === "conflict" && newest && (
          <BothContents
            kept={newest}
            rows={practiceRows(written.values, newest, outline, plan.levelNames.goal)}
          />
        )}
        {refused?.said === "conflict" && (withdrawn || !newest) && (
          <NotificationBanner kind="warning" live takesFocus title="記録していません">
            <p>
              {newest
                ? "ほかの人が先にこの事例を変更しました。現在の内容を確かめて、もう一度送信してください。"
                : "この画面からは、すでに事例を保存しています。もう1件保存する場合は、内容を確かめてもう一度送信してください。"}
            </p>
          </NotificationBanner>
        )}
        {refused?.said === "locked" && (
          <NotificationBanner kind="warning" live takesFocus title="記録していません">
            <p>この事例の現在の状態では、この操作はできません。現在の内容を確かめてください。</p>
          </NotificationBanner>
        )}
      </div>
      <PracticeForm
        input={practiceInput(written?.values ?? null, newest, outline)}
        errors={written ? errors : {}}
        baseVersion={baseVersionOf(written, newest?.version ?? 0)}
        requestKey={keys.write}
        outline={outline}
        words={plan.levelNames}
        shared={shared}
        maySaveOnly={!shared && steps.includes("save")}
        filesAgain={written !== null && written.files > 0}
      />
      {newest && steps.includes("withdraw") && (
        <div className="mt-12 border-t border-solid-gray-420 pt-6">
          <WithdrawForm
            reason={withdrawn?.values.reason ?? ""}
            error={withdrawn ? errors.reason : undefined}
            baseVersion={baseVersionOf(withdrawn, newest.version)}
            requestKey={keys.withdraw}
            open={withdrawn !== null}
          />
        </div>
      )}
    </>
  );
}
