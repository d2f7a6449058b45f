import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AttemptNotice } from "#app/components/account/attempt-notice.tsx";
import { PasskeyButton } from "#app/components/account/passkey-button.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { t } from "#app/i18n/t.ts";
import { refusedAttempt } from "#app/lib/attempt.server.ts";
import { databases } from "#app/lib/databases.server.ts";
import { formValues } from "#app/lib/form-values.ts";
import { localeCookie } from "#app/lib/locale.server.ts";
import { safeReturnPath } from "#app/lib/return-path.ts";
import { homePath, sessionOf } from "#app/lib/session.server.ts";
import { stepToken } from "#app/lib/session-cookie.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { createSession } from "#app/services/session/create.server.ts";
import { createSessionByPasskey } from "#app/services/session/create-by-passkey.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await sessionOf(request, context);
  const query = new URL(request.url).searchParams;
  const to = query.get("to");
  if (session) {
    const headers = session.locale && { "Set-Cookie": localeCookie(session.locale) };
    throw redirect(safeReturnPath(to, homePath(session)), { headers: headers ?? {} });
  }
  return { to: to ? safeReturnPath(to) : null, over: query.has("over"), reset: query.has("reset") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { identity } = databases();
  const form = formValues(await request.formData());
  const { response } = form;
  const step = stepToken(request.headers.get("cookie") ?? "", "passkey");
  const result = response
    ? await createSessionByPasskey(identity, { step, response }, context, request.headers)
    : await createSession(identity, form, context, request.headers);
  // The way on is chosen by the loader, which knows who has signed in.
  const onward = (path: string, setCookie: string) =>
    redirect(form.to ? `${path}?${new URLSearchParams({ to: form.to })}` : path, {
      headers: { "Set-Cookie": setCookie },
    });
  if (result.ok) throw onward(paths.signIn, result.setCookie);
  if (result.reason === "second_factor") throw onward(paths.signInSecond, result.step);
  return refusedAttempt(result, form.email, Boolean(response));
}

export const meta = () => pageTitle(t`ログイン`);

export default function SignIn() {
  const { to, over, reset } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const returning = to && <input type="hidden" name="to" value={to} />;
  return (
    <div className="mx-auto max-w-[28rem]">
      <PageHeader
        title={t`ログイン`}
        lead={t`所属団体から案内されたメールアドレスでログインします。`}
      />
      {!refused && (over || reset) && (
        <p role="status" className="text-std-16N-170">
          {reset
            ? t`新しいパスワードを設定しました。新しいパスワードでログインしてください。`
            : t`確認コードの入力の有効期限が切れました。もう一度ログインしてください。`}
        </p>
      )}
      {refused && (
        <AttemptNotice
          attempt={refused}
          wrong={
            refused.byPasskey
              ? t`パスキーを確認できませんでした。もう一度お試しいただくか、メールアドレスとパスワードでログインしてください。`
              : t`メールアドレスかパスワードが正しくありません。`
          }
        />
      )}
      <Form method="post" className="mt-6 space-y-6">
        {returning}
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
      <Form method="post" className="mt-4">
        {returning}
        <PasskeyButton
          kind="get"
          options={paths.signInPasskey}
          variant="outline"
          size="lg"
          className="w-full"
          refusal={t`パスキーでログインできませんでした。もう一度お試しいただくか、メールアドレスとパスワードでログインしてください。`}
        >
          {t`パスキーでログイン`}
        </PasskeyButton>
      </Form>
      <ul className="mt-8 space-y-2 text-std-16N-170">
        <li>
          <TextLink to={paths.signOn(to ?? undefined)}>
            {t`所属団体のアカウントでログイン`}
          </TextLink>
        </li>
        <li>
          <TextLink to={paths.passwordForgotten}>{t`パスワードを忘れた方`}</TextLink>
        </li>
      </ul>
    </div>
  );
}
