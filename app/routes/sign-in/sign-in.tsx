import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AttemptNotice } from "#app/components/account/attempt-notice.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { t } from "#app/i18n/t.ts";
import { refusedAttempt } from "#app/lib/attempt.server.ts";
import { databases } from "#app/lib/databases.server.ts";
import { formValues } from "#app/lib/form-values.ts";
import { localeCookie } from "#app/lib/locale.server.ts";
import { safeReturnPath } from "#app/lib/return-path.ts";
import { homePath, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { createSession } from "#app/services/session/create.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await sessionOf(request, context);
  const to = new URL(request.url).searchParams.get("to");
  if (session) {
    const headers = session.locale && { "Set-Cookie": localeCookie(session.locale) };
    throw redirect(safeReturnPath(to, homePath(session)), { headers: headers ?? {} });
  }
  return { to: to ? safeReturnPath(to) : null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = formValues(await request.formData());
  const result = await createSession(databases().identity, form, context, request.headers);
  // The way on is chosen by the loader, which knows who has signed in.
  const onward = (path: string, setCookie: string) =>
    redirect(form.to ? `${path}?${new URLSearchParams({ to: form.to })}` : path, {
      headers: { "Set-Cookie": setCookie },
    });
  if (result.ok) throw onward(paths.signIn, result.setCookie);
  if (result.reason === "second_factor") throw onward(paths.signInSecond, result.step);
  return refusedAttempt(result, form.email);
}

export const meta = () => pageTitle(t`ログイン`);

export default function SignIn() {
  const { to } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-[28rem]">
      <PageHeader
        title={t`ログイン`}
        lead={t`所属団体から案内されたメールアドレスでログインします。`}
      />
      {refused && (
        <AttemptNotice
          attempt={refused}
          wrong={t`メールアドレスかパスワードが正しくありません。`}
        />
      )}
      <Form method="post" className="mt-6 space-y-6">
        {to && <input type="hidden" name="to" value={to} />}
        <TextField
          id="email"
          name="email"
          type="email"
          label={t`メールアドレス`}
          autoComplete="username"
          defaultValue={refused?.email}
          required
        />
        <TextField
          id="password"
          name="password"
          type="password"
          label={t`パスワード`}
          autoComplete="current-password"
          required
        />
        <Button size="lg" className="w-full">
          {t`ログイン`}
        </Button>
      </Form>
    </div>
  );
}
