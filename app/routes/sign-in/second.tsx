import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AttemptNotice } from "#app/components/account/attempt-notice.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { t } from "#app/i18n/t.ts";
import { refusedAttempt } from "#app/lib/attempt.server.ts";
import { databases } from "#app/lib/databases.server.ts";
import { formValues } from "#app/lib/form-values.ts";
import { safeReturnPath } from "#app/lib/return-path.ts";
import { stepToken } from "#app/lib/session-cookie.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { finishSession } from "#app/services/session/finish.server.ts";
import { findStep } from "#app/services/session/step.server.ts";
import { paths } from "#app/site/paths.ts";

const tokenOf = (request: Request) =>
  stepToken(request.headers.get("cookie") ?? "", "second-factor");

export async function loader({ request }: LoaderFunctionArgs) {
  const to = new URL(request.url).searchParams.get("to");
  const begun = await findStep(databases().identity, "second-factor", tokenOf(request));
  if (begun === null) throw redirect(paths.signIn);
  return { to: to ? safeReturnPath(to) : null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { code = "", to } = formValues(await request.formData());
  const result = await finishSession(
    databases().identity,
    { token: tokenOf(request), code },
    context,
    request.headers,
    new Date(),
  );
  const query = new URLSearchParams(to ? { to } : {});
  if (result.ok)
    throw redirect(`${paths.signIn}?${query}`, { headers: { "Set-Cookie": result.setCookie } });
  if (result.reason === "over") throw redirect(`${paths.signIn}?${query}&over=1`);
  return refusedAttempt(result.reason === "slow_down" ? result : { reason: "refused" });
}

export const meta = () => pageTitle(t`確認コードの入力`);

export default function SecondStep() {
  const { to } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-[28rem]">
      <PageHeader
        title={t`確認コードの入力`}
        lead={t`認証アプリに表示されている6桁の数字を入力してください。`}
      />
      {refused && (
        <AttemptNotice
          attempt={refused}
          wrong={t`確認コードが正しくないか、すでに使われています。認証アプリに今表示されている数字を入力してください。`}
        />
      )}
      <Form method="post" className="mt-6 space-y-6">
        {to && <input type="hidden" name="to" value={to} />}
        <TextField
          id="code"
          name="code"
          label={t`確認コード`}
          support={t`認証アプリを使えないときは、保管している回復コードを入力してください。回復コードは1回だけ使えます。`}
          autoComplete="one-time-code"
          required
        />
        <Button size="lg" className="w-full">
          {t`ログイン`}
        </Button>
      </Form>
      <p className="mt-8">
        <TextLink to={paths.signIn}>{t`はじめからやり直す`}</TextLink>
      </p>
    </div>
  );
}
