import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FactorSection } from "#app/components/account/factor-section.tsx";
import { PasskeySection } from "#app/components/account/passkey-section.tsx";
import { RecoveryCodes } from "#app/components/account/recovery-codes.tsx";
import { SessionTable } from "#app/components/account/session-table.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { message } from "#app/i18n/messages.ts";
import { formValues } from "#app/lib/form-values.ts";
import { statusOf } from "#app/lib/respond.server.ts";
import { ownContext, requireRecentProof } from "#app/lib/session.server.ts";
import { stepToken } from "#app/lib/session-cookie.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { beginFactor } from "#app/services/factor/begin.server.ts";
import { readFactor } from "#app/services/factor/read.server.ts";
import { removeFactor } from "#app/services/factor/remove.server.ts";
import { renewFactorCodes } from "#app/services/factor/renew-codes.server.ts";
import { addPasskey } from "#app/services/passkey/add.server.ts";
import { removePasskey } from "#app/services/passkey/remove.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { endSession } from "#app/services/session/end.server.ts";
import { endAllSessions } from "#app/services/session/end-all.server.ts";
import type { OwnContext } from "#app/services/session/own-context.server.ts";
import { readSessions } from "#app/services/session/read.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const session = await requireRecentProof(args);
  const context = ownContext(args, session);
  const [factor, sessions] = await Promise.all([readFactor(context), readSessions(context)]);
  const mayChange = session.viaOrganisationId === null;
  return {
    ...factor,
    sessions,
    mayChange,
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

type Values = Record<string, string>;

/** What is done on the page; answers codes that are shown once. */
const acts: Record<
  string,
  (context: OwnContext, values: Values, cookies: string) => Promise<unknown>
> = {
  begin: beginFactor,
  "renew-codes": renewFactorCodes,
  remove: removeFactor,
  "add-passkey": (context, { name, response }, cookies) =>
    addPasskey(context, { step: stepToken(cookies, "passkey"), response, name }),
  "remove-passkey": removePasskey,
  end: endSession,
  "end-others": (context) => endAllSessions(context, { others: true }),
};

export async function action(args: ActionFunctionArgs) {
  const context = ownContext(args, await requireRecentProof(args));
  const values = formValues(await args.request.formData());
  const intent = values.intent ?? "";
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined;
  if (!act) throw new Response(null, { status: 400 });
  const nothing = { codes: null, name: values.name, error: undefined, locked: false };
  try {
    const answer = await act(context, values, args.request.headers.get("cookie") ?? "");
    if (intent === "begin") return redirect(paths.authenticator);
    if (Array.isArray(answer)) return data({ ...nothing, codes: answer as string[] });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code === "locked") return data({ ...nothing, locked: true }, status);
    if (error.code !== "invalid") throw new Response(null, { status });
    return data({ ...nothing, error: error.fieldErrors.name }, status);
  }
  return redirect(`${paths.security}?done=${intent}`);
}

export const meta = () => pageTitle("ログインとセキュリティ");

const doneTitles: Values = {
  password: "パスワードを変更し、ほかの端末からログアウトしました",
  remove: "二要素認証を解除しました",
  "add-passkey": "パスキーを登録しました",
  "remove-passkey": "パスキーを削除しました",
  end: "端末からログアウトしました",
  "end-others": "ほかのすべての端末からログアウトしました",
};

export default function Security() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const title = page.done && Object.hasOwn(doneTitles, page.done) && doneTitles[page.done];
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.front, label: "トップ" },
          { to: paths.account, label: "アカウント" },
          { label: "ログインとセキュリティ" },
        ]}
        title="ログインとセキュリティ"
      />
      <div className="mb-6 space-y-4 empty:hidden">
        {result?.codes && <RecoveryCodes codes={result.codes} title="回復コードを作り直しました" />}
        {result?.locked && (
          <NotificationBanner kind="error" live title="操作できませんでした">
            <p>
              所属団体が二要素認証を必須としているため、認証アプリとパスキーの両方をなくすことはできません。先にもう一方を設定してください。すでに設定が変わっている場合は、画面を開き直してください。
            </p>
          </NotificationBanner>
        )}
        {!result && title && <NotificationBanner kind="success" live title={title} />}
      </div>
      {page.mayChange ? (
        <SignInWays page={page} name={result?.name} error={result?.error} />
      ) : (
        <NotificationBanner title="ログインの方法は、ここでは変更できません">
          <p>
            所属団体のアカウントでログインしています。二要素認証、パスキー又はパスワードを変更する場合は、ログアウトしてから、メールアドレスとパスワード又はパスキーでログインしてください。
          </p>
        </NotificationBanner>
      )}
      <Section
        title="ログイン中の端末"
        lead="心当たりのない端末がある場合は、ログアウトしたうえで、パスワードを変更してください。"
      >
        <SessionTable sessions={page.sessions} />
      </Section>
    </>
  );
}

/** By what somebody signs in, to change. */
function SignInWays({
  page,
  name,
  error,
}: {
  page: Pick<
    ReturnType<typeof useLoaderData<typeof loader>>,
    "codesLeft" | "requiredBy" | "passkeys" | "hasPassword"
  >;
  name: string | undefined;
  error: string | undefined;
}) {
  return (
    <>
      <FactorSection codesLeft={page.codesLeft} requiredBy={page.requiredBy} />
      <PasskeySection passkeys={page.passkeys} name={name} error={error && message(error)} />
      <Section title="パスワード">
        {page.hasPassword ? (
          <ButtonLink to={paths.password} variant="outline">
            パスワードを変更する
          </ButtonLink>
        ) : (
          <p>所属団体のアカウントでログインしているため、このポータルのパスワードはありません。</p>
        )}
      </Section>
    </>
  );
}
