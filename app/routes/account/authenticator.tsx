import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { QrCode } from "#app/components/account/qr-code.tsx";
import { RecoveryCodes } from "#app/components/account/recovery-codes.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { message } from "#app/i18n/messages.ts";
import { formValues } from "#app/lib/form-values.ts";
import { statusOf } from "#app/lib/respond.server.ts";
import { ownContext, requireRecentProof } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { confirmFactor } from "#app/services/factor/confirm.server.ts";
import { readBegunFactor } from "#app/services/factor/read.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const session = await requireRecentProof(args);
  try {
    return { begun: await readBegunFactor(ownContext(args, session), session.email) };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    // After the codes were shown there is nothing to set up; a GET leads to what there is.
    if (args.request.headers.has("content-type")) return { begun: null };
    throw redirect(paths.security);
  }
}

export async function action(args: ActionFunctionArgs) {
  const context = ownContext(args, await requireRecentProof(args));
  const values = formValues(await args.request.formData());
  try {
    const { codes, setCookie } = await confirmFactor(context, values, new Date());
    return data({ codes, error: null }, { headers: { "Set-Cookie": setCookie } });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid") throw new Response(null, { status });
    return data({ codes: null, error: message(error.fieldErrors.code ?? "") }, status);
  }
}

export const meta = () => pageTitle("認証アプリの設定");

export default function Authenticator() {
  const { begun } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.account, label: "アカウント" },
          { to: paths.security, label: "ログインとセキュリティ" },
          { label: "認証アプリの設定" },
        ]}
        title="認証アプリの設定"
      />
      {result?.codes && (
        <>
          <RecoveryCodes codes={result.codes} title="二要素認証を設定しました" />
          <p className="mt-6">
            <ButtonLink to={paths.security}>回復コードを保管した</ButtonLink>
          </p>
        </>
      )}
      {!result?.codes && begun && (
        <>
          {result?.error && <ErrorSummary errors={[{ fieldId: "code", message: result.error }]} />}
          <Section
            title="1　認証アプリに登録する"
            lead="スマートフォンなどの認証アプリ（Microsoft Authenticator、Google Authenticatorなど）で、次の二次元コードを読み取ってください。"
          >
            <QrCode text={begun.address} label="認証アプリに登録する二次元コード" />
            <p className="mt-4">読み取れない場合は、次のキーを認証アプリに入力してください。</p>
            <p className="mt-1 font-mono text-std-17N-170 break-words" data-secret>
              {begun.secret.replace(/(.{4})(?=.)/g, "$1 ")}
            </p>
          </Section>
          <Section title="2　確認コードを入力する">
            <Form method="post" className="max-w-[28rem] space-y-6">
              <TextField
                id="code"
                name="code"
                label="確認コード"
                support="認証アプリに表示されている6桁の数字を入力してください。"
                inputMode="numeric"
                autoComplete="one-time-code"
                error={result?.error ?? undefined}
                required
              />
              <Button size="lg">設定する</Button>
            </Form>
          </Section>
        </>
      )}
    </>
  );
}
