import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { IssuedKey } from "#app/components/token/issued-key.tsx";
import { TokenForm, tokenFields } from "#app/components/token/token-form.tsx";
import { TokenTable } from "#app/components/token/token-table.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireRecentProof, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { issueToken } from "#app/services/token/issue.server.ts";
import { readToken } from "#app/services/token/read.server.ts";
import { revokeToken } from "#app/services/token/revoke.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireRecentProof(args);
  const organisation = String(args.params.organisation);
  const page = await forPage(readToken(await serviceContext(args), organisation, new Date()));
  const done = new URL(args.request.url).searchParams.get("done");
  return { ...page, done, requestKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  await requireRecentProof(args);
  const organisation = String(args.params.organisation);
  const values = formValues(await args.request.formData());
  const context = await serviceContext(args);
  try {
    if (values.intent === "issue") {
      const issued = await issueToken(context, organisation, values, new Date());
      return data({ issued, values: {}, errors: {} });
    }
    if (values.intent !== "revoke") throw new Response(null, { status: 400 });
    await revokeToken(context, organisation, values);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    // The form came twice: its key was shown by the first answer, and can be ended in the list.
    if (error.code === "conflict") return redirect(`${paths.tokens(organisation)}?done=before`);
    const status = statusOf[error.code];
    if (error.code !== "invalid") throw new Response(null, { status });
    return data({ issued: null, values, errors: error.fieldErrors }, status);
  }
  return redirect(`${paths.tokens(organisation)}?done=revoke`);
}

export const meta = () => pageTitle("APIキー");

const doneTitles: Record<string, string> = {
  revoke: "APIキーを失効させました",
  before: "APIキーは発行済みです。キーを控えていない場合は、失効させて発行し直してください",
};

/** Where administrators issue and end the keys by which programs act for their organisation. */
export default function Tokens() {
  const { membership, tokens, requestKey, done } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const errors: Record<string, string> = result?.errors ?? {};
  const values: Record<string, string> = result?.values ?? {};
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(membership.slug),
            label: `${membership.shortName}のワークスペース`,
          },
          { label: "APIキー" },
        ]}
        eyebrow={membership.shortName}
        title="APIキー"
        lead="団体のシステムから、ポータルのAPIを利用するためのキーです。キーを使った操作は、キーの名称で記録に残ります。"
        actions={<TextLink to={paths.openapi}>APIの仕様（OpenAPI）</TextLink>}
      />
      <div className="mb-6 space-y-4 empty:hidden">
        {result?.issued && <IssuedKey name={result.issued.name} secret={result.issued.key} />}
        {Object.keys(errors).length > 0 && (
          <ErrorSummary errors={errorsInOrder(errors, tokenFields)} />
        )}
        {!result && done && done in doneTitles && (
          <NotificationBanner
            kind={done === "before" ? "warning" : "success"}
            live
            title={doneTitles[done]}
          />
        )}
      </div>
      <Section title="発行したAPIキー">
        {tokens.length === 0 ? (
          <EmptyState title="発行したAPIキーはありません" headingLevel="p">
            システムから利用する場合に、下の欄から発行してください。
          </EmptyState>
        ) : (
          <TokenTable tokens={tokens} />
        )}
      </Section>
      <Section title="APIキーの発行">
        <TokenForm input={values} errors={errors} requestKey={requestKey} />
      </Section>
    </>
  );
}
