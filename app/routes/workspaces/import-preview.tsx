import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { importCrumbs } from "#app/components/import/import-crumbs.ts";
import { ImportOutcome } from "#app/components/import/import-outcome.tsx";
import { PreviewForm } from "#app/components/import/preview-form.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { roundCapabilities } from "#app/domain/round/states.ts";
import { formWords } from "#app/i18n/import.ts";
import { momentText } from "#app/i18n/labels.ts";
import { message } from "#app/i18n/messages.ts";
import { closedRoundText } from "#app/i18n/round.ts";
import { entryCodes } from "#app/lib/entry-codes.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { applyImport } from "#app/services/import/apply.server.ts";
import { discardImport } from "#app/services/import/discard.server.ts";
import { readImport } from "#app/services/import/read.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still hold what was chosen; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const context = await serviceContext(args);
  const codes = entryCodes(args.params);
  const page = await forPage(readImport(context, codes, String(args.params.import), formWords));
  return { signedOut: false as const, ...page, requestKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const values = formValues(await args.request.formData());
  const context = await serviceContext(args);
  const { intent } = values;
  const sent = { values, errors: {} as Record<string, string>, locked: false };
  if (!context.actor) return data(sent, 401);
  const codes = entryCodes(args.params);
  const id = String(args.params.import);
  try {
    if (intent === "discard") await discardImport(context, codes, id);
    else if (intent === "save" || intent === "submit")
      await applyImport(context, codes, id, { step: intent, words: formWords, fields: values });
    else throw new Response(null, { status: 400 });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code === "invalid" || error.code === "locked")
      return data({ ...sent, errors: error.fieldErrors, locked: error.code === "locked" }, status);
    throw new Response(null, { status });
  }
  return redirect(paths.import(codes.organisation, codes.plan, codes.round, id));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page && !page.signedOut
    ? pageTitle("取込の確認", page.fileName, page.membership.shortName)
    : pageTitle("取込の確認");

export default function ImportPreview() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  if (page.signedOut) return <SignedOutForm values={refused?.values ?? {}} />;
  const { id, membership, round, fileName, preview, state } = page;
  const { plan, number } = round;
  const errors = Object.entries(refused?.errors ?? {});
  return (
    <>
      <PageHeader
        breadcrumbs={[
          ...importCrumbs(membership, plan, number),
          { to: paths.imports(membership.slug, plan.code, number), label: "様式の取込" },
          { label: fileName },
        ]}
        eyebrow={`${membership.shortName}　${round.title}`}
        title={preview ? "取り込む内容の確認" : "取込の結果"}
        lead={
          preview
            ? "取り込む行を確かめてください。ボタンを押すまで、報告の内容は変わりません。"
            : undefined
        }
        meta={[
          {
            term: "ファイル",
            description: <TextLink to={paths.importFile(membership.slug, id)}>{fileName}</TextLink>,
          },
          { term: "受付", description: `${momentText(page.createdAt)}　${page.author}` },
        ]}
      />
      <div className="mb-8 space-y-4 empty:hidden">
        {errors.length > 0 && (
          <ErrorSummary
            title="まだ取り込んでいません。内容を確認してください"
            errors={errors.map(([fieldId, key]) => ({ fieldId, message: message(key) }))}
          />
        )}
        {refused?.locked && (
          <NotificationBanner kind="warning" live takesFocus title="取り込んでいません">
            <p>このファイルの取込は、ほかの画面ですでに終わっています。</p>
          </NotificationBanner>
        )}
        {preview && !roundCapabilities[round.state].takesFigures && (
          <NotificationBanner kind="warning" title="今は取り込めません">
            <p>{closedRoundText()}</p>
          </NotificationBanner>
        )}
        {preview && !page.mayApply && (
          <NotificationBanner title="閲覧のみできます">
            <p>取込は、起案又は決裁の役割を持つ人が行います。</p>
          </NotificationBanner>
        )}
      </div>
      <div id="rows" tabIndex={-1}>
        {preview ? (
          <PreviewForm
            preview={preview}
            requestKey={page.requestKey}
            mayApply={page.mayApply}
            handsIn={page.handsIn}
            refused={refused}
          />
        ) : (
          <ImportOutcome
            result={state === "applied" ? page.result : null}
            organisation={membership.slug}
            plan={plan.code}
            round={number}
          />
        )}
      </div>
    </>
  );
}
