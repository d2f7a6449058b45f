import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AttemptNotice } from "#app/components/account/attempt-notice.tsx";
import { PasskeyButton } from "#app/components/account/passkey-button.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { refusedAttempt } from "#app/lib/attempt.server.ts";
import { formValues } from "#app/lib/form-values.ts";
import { safeReturnPath } from "#app/lib/return-path.ts";
import { ownContext, requireSession } from "#app/lib/session.server.ts";
import { stepToken } from "#app/lib/session-cookie.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readFactor } from "#app/services/factor/read.server.ts";
import { confirmSession } from "#app/services/session/confirm.server.ts";
import { paths } from "#app/site/paths.ts";

const returnPath = (request: Request) =>
  safeReturnPath(new URL(request.url).searchParams.get("to"), paths.security);

export async function loader(args: LoaderFunctionArgs) {
  const session = await requireSession(args);
  const { hasPassword, codesLeft, passkeys } = await readFactor(ownContext(args, session));
  return {
    email: session.email,
    to: returnPath(args.request),
    ways: {
      password: hasPassword,
      code: codesLeft !== null,
      passkey: passkeys.length > 0,
      signOn: session.viaOrganisationId !== null || !hasPassword,
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireSession(args);
  const form = formValues(await args.request.formData());
  const step = stepToken(args.request.headers.get("cookie") ?? "", "passkey");
  const result = await confirmSession(ownContext(args, session), { ...form, step }, new Date());
  if (!result.ok) return refusedAttempt(result);
  return redirect(returnPath(args.request), { headers: { "Set-Cookie": result.setCookie } });
}

export const meta = () => pageTitle("本人の確認");

export default function Confirm() {
  const { email, to, ways } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-[28rem]">
      <PageHeader
        title="本人の確認"
        lead="重要な設定を扱う画面です。操作しているのが御本人であることを確かめます。確認すると、元の画面に進みます。"
      />
      {refused && (
        <AttemptNotice
          attempt={refused}
          wrong="本人であることを確認できませんでした。入力を確かめて、もう一度お試しください。"
        />
      )}
      {ways.password && (
        <Form method="post" className="mt-6 space-y-6">
          <input type="hidden" name="username" value={email} autoComplete="username" />
          <TextField
            id="password"
            name="password"
            type="password"
            label="パスワード"
            autoComplete="current-password"
            required
          />
          <Button size="lg" className="w-full">
            パスワードで確認
          </Button>
        </Form>
      )}
      {ways.code && (
        <Form method="post" className="mt-8 space-y-6">
          <TextField
            id="code"
            name="code"
            label="認証アプリの確認コード"
            autoComplete="one-time-code"
            required
          />
          <Button size="lg" variant="outline" className="w-full">
            確認コードで確認
          </Button>
        </Form>
      )}
      {ways.passkey && (
        <Form method="post" className="mt-8">
          <PasskeyButton
            kind="get"
            options={paths.signInPasskey}
            variant="outline"
            size="lg"
            className="w-full"
            refusal="パスキーで確認できませんでした。もう一度お試しいただくか、ほかの方法で確認してください。"
          >
            パスキーで確認
          </PasskeyButton>
        </Form>
      )}
      {ways.signOn && (
        <p className="mt-8">
          <TextLink to={paths.signOn(to)}>所属団体のアカウントでもう一度ログインする</TextLink>
        </p>
      )}
    </div>
  );
}
