import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { AskedLinks } from "#app/components/link/asked-links.tsx";
import { LinkForm, linkFields } from "#app/components/link/link-form.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { askedYear } from "#app/i18n/link.ts";
import { databases } from "#app/lib/databases.server.ts";
import { formValues } from "#app/lib/form-values.ts";
import { tooMany } from "#app/lib/limited.server.ts";
import { periodOf } from "#app/lib/period.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { linkSecretOf, secretPath } from "#app/lib/secret-link.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import { yearOf } from "#app/lib/year.ts";
import { askLink } from "#app/services/link/ask.server.ts";
import { describeLink } from "#app/services/link/describe.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

function codesOf({ request, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const fy = yearOf(request);
  if (fy === null) throw new Response(null, { status: 404 });
  return {
    organisation: String(params.organisation),
    plan: searchParams.get("plan") ?? "",
    indicator: searchParams.get("indicator") ?? "",
    fy,
    period: periodOf(request),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const again = new URL(args.request.url).searchParams.get("again");
  const context = await serviceContext(args);
  const page = await forPage(describeLink(context, codesOf(args), again, new Date()));
  return { signedOut: false as const, ...page, requestKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const codes = codesOf(args);
  const values = formValues(await args.request.formData());
  const context = await serviceContext(args);
  if (!context.actor) return data({ values, errors: {}, made: null }, 401);
  try {
    const given = { identity: databases().identity, now: new Date() };
    const result = await askLink(context, codes, values, given);
    if (!result.asked) throw tooMany(args.context, result.waitSeconds);
    const { appUrl, authSecret, sendsMail } = webConfig();
    if (sendsMail)
      return redirect(paths.links(codes.organisation, { done: String(result.asked.length) }));
    const secret = linkSecretOf(authSecret);
    const made = result.asked.map(({ id, recipient }) => {
      return { id, recipient, address: appUrl + secretPath(secret, "reporter_link", id) };
    });
    return data({ values: {}, errors: {}, made });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid") throw new Response(null, { status });
    return data({ values, errors: error.fieldErrors, made: null }, status);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle("数値の照会", page && !page.signedOut ? page.indicator.name : undefined);

/** Where an organisation asks firms or offices for one of its figures. */
export default function LinkEditor() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (page.signedOut)
    return (
      <SignedOutForm
        values={result?.values ?? {}}
        labels={{ recipients: "照会先", message: "連絡事項", expiresOn: "回答期限" }}
      />
    );
  const { membership, plan, indicator, fy, period, first } = page;
  const errors: Record<string, string> = result?.errors ?? {};
  const report = paths.report(membership.slug, plan.code, indicator.code, fy, period);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(membership.slug),
            label: `${membership.shortName}のワークスペース`,
          },
          { to: report, label: indicator.name },
          { label: "数値の照会" },
        ]}
        eyebrow={`${membership.shortName}　${askedYear({ fy, period, frequency: indicator.frequency })}`}
        title="数値を外部に照会する"
        lead={`「${indicator.name}」の数値を、会員企業や事業所などに照会します。照会先は、ログインせずに専用のリンクからこの数値だけを回答します。`}
      />
      <div className="mb-6 space-y-4 empty:hidden">
        {Object.keys(errors).length > 0 && (
          <ErrorSummary errors={errorsInOrder(errors, linkFields)} />
        )}
        {result?.made && <AskedLinks links={result.made} to={paths.links(membership.slug)} />}
      </div>
      {!result?.made && (
        <LinkForm
          input={result?.values ?? first}
          errors={errors}
          requestKey={page.requestKey}
          organisation={membership.shortName}
        />
      )}
    </>
  );
}
