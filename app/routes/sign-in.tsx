import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { t } from "#app/i18n/t.ts";
import { localeCookie } from "#app/lib/locale.server.ts";
import { safeReturnPath } from "#app/lib/return-path.ts";
import { homePath, sessionOf, signInVerb } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";

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
  const form = Object.fromEntries(await request.formData());
  const result = await signInVerb()(form, context, request.headers);
  if (result.ok) {
    // The way on is chosen by the loader, which knows who has signed in.
    const to = typeof form.to === "string" ? `?${new URLSearchParams({ to: form.to })}` : "";
    throw redirect(`/sign-in${to}`, { headers: result.headers });
  }
  const email = typeof form.email === "string" ? form.email : "";
  if (result.reason === "slow_down") {
    const minutes = Math.ceil(result.waitSeconds / 60);
    const headers = { "Retry-After": String(result.waitSeconds) };
    return data({ email, error: "slow_down" as const, minutes }, { status: 429, headers });
  }
  return data({ email, error: "refused" as const, minutes: 0 }, { status: 401 });
}

export const meta = () => pageTitle(t`ログイン`);

export default function SignIn() {
  const { to } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-[28rem]">
      <PageHeader
        title={t`ログイン`}
        lead={t`所属団体から案内されたメールアドレスでログインします。`}
      />
      {result?.error === "refused" && (
        <NotificationBanner kind="error" live title={t`ログインできませんでした`}>
          <p>{t`メールアドレスかパスワードが正しくありません。`}</p>
        </NotificationBanner>
      )}
      {result?.error === "slow_down" && (
        <NotificationBanner kind="warning" live title={t`しばらくお待ちください`}>
          <p>
            {t`続けて失敗したため、この端末からのログインを一時的に制限しています。約${result.minutes}分後にもう一度お試しください。`}
          </p>
        </NotificationBanner>
      )}
      <Form method="post" className="mt-6 space-y-6">
        {to && <input type="hidden" name="to" value={to} />}
        <TextField
          id="email"
          name="email"
          type="email"
          label={t`メールアドレス`}
          autoComplete="username"
          defaultValue={result?.email}
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
