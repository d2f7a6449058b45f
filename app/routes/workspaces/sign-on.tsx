import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { errorsInOrder } from "#app/components/progress/errors-in-order.ts";
import { CheckResult } from "#app/components/sign-on/check-result.tsx";
import { ProviderForm, providerFields } from "#app/components/sign-on/provider-form.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { formValues } from "#app/lib/form-values.ts";
import { type Checked, checkService } from "#app/lib/oidc/check-service.server.ts";
import { fetchRules, redirectAddress } from "#app/lib/oidc/sign-on.server.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireRecentProof, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import { readProvider } from "#app/services/provider/read.server.ts";
import { removeProvider } from "#app/services/provider/remove.server.ts";
import { setProvider } from "#app/services/provider/set.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireRecentProof(args);
  const slug = String(args.params.organisation);
  const reading = await forPage(readProvider(await serviceContext(args), slug));
  const done = new URL(args.request.url).searchParams.get("done");
  return { signedOut: false as const, ...reading, done, redirectAddress: redirectAddress(slug) };
}

type Answer = { values: Record<string, string>; errors: Record<string, string> } & (
  | { said: "signed_out" | "invalid" | "conflict"; checked: null }
  | { said: "checked"; checked: Checked }
);

export async function action(args: ActionFunctionArgs) {
  const slug = String(args.params.organisation);
  const form = formValues(await args.request.formData());
  // A secret never comes back in a page.
  const { clientSecret: _, ...values } = form;
  const context = await serviceContext(args);
  const answer = (given: Pick<Answer, "said" | "checked">, status: number, errors = {}) =>
    data({ ...given, values, errors } as Answer, status);
  if (!context.actor) return answer({ said: "signed_out", checked: null }, 401);
  await requireRecentProof(args);
  const { authSecret } = webConfig();
  try {
    if (form.intent === "set")
      await setProvider(context, slug, form, { authSecret, ...fetchRules() });
    else if (form.intent === "remove") await removeProvider(context, slug);
    else if (form.intent === "check") {
      const checked = await checkService(context, slug, form.issuer ?? "", args.context);
      const slow = !checked.ok && checked.reason === "slow_down";
      return answer({ said: "checked", checked }, slow ? 429 : 200);
    } else throw new Response(null, { status: 400 });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "invalid" && error.code !== "conflict") throw new Response(null, { status });
    return answer({ said: error.code, checked: null }, status, error.fieldErrors);
  }
  return redirect(`${paths.signOnSettings(slug)}?done=${form.intent}`);
}

const title = "団体のアカウントでのログイン";
export const meta = () => pageTitle(title);

const doneTitles: Record<string, string> = {
  set: "認証サービスを登録しました",
  remove: "認証サービスの登録を解除しました",
};

export default function SignOnSettings() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut) return <SignedOutForm values={refused?.values ?? {}} />;
  const { membership, provider } = page;
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <>
      <PageHeader
        breadcrumbs={[
          {
            to: paths.workspace(membership.slug),
            label: `${membership.shortName}のワークスペース`,
          },
          { label: title },
        ]}
        eyebrow={membership.shortName}
        title={title}
        lead="職員のアカウントを管理する認証サービス（OpenID Connect）を登録すると、構成員は、そのアカウントでポータルにログインできます。"
      />
      <div className="mb-6 space-y-4 empty:hidden">
        <ErrorSummary errors={errorsInOrder(errors, providerFields)} />
        {refused?.said === "conflict" && (
          <NotificationBanner
            kind="warning"
            live
            takesFocus
            title="ほかの人が先に登録の内容を変更しました"
          >
            <p>
              入力した内容は保存されていません。いまの発行者は
              {provider ? `「${provider.issuer}」` : "「登録なし」"}
              、クライアントIDは{provider ? `「${provider.clientId}」` : "「登録なし」"}
              です。入力した内容に変更する場合は、シークレットを入力して、もう一度登録してください。
            </p>
          </NotificationBanner>
        )}
        {refused?.checked && <CheckResult checked={refused.checked as Checked} />}
        {!refused && page.done && page.done in doneTitles && (
          <NotificationBanner kind="success" live title={doneTitles[page.done]} />
        )}
      </div>
      <Section
        title="認証サービスに登録する内容"
        lead="認証サービスの管理画面で、ポータルを次の内容のクライアントとして登録し、発行されたIDとシークレットを下の欄に入力してください。"
      >
        <DefinitionList
          items={[
            { term: "種類", description: "ウェブアプリケーション（認可コードフロー、PKCE）" },
            {
              term: "リダイレクトURI",
              description: <code className="font-mono break-all">{page.redirectAddress}</code>,
            },
            { term: "スコープ", description: <code className="font-mono">openid email</code> },
            {
              term: "通知する項目",
              description: (
                <>
                  メールアドレス（<code className="font-mono">email</code>
                  ）と、それが確認済みであること（
                  <code className="font-mono">email_verified</code>）
                </>
              ),
            },
          ]}
        />
      </Section>
      <Section title={provider ? "登録している認証サービス" : "認証サービスの登録"}>
        <ProviderForm provider={provider} input={refused?.values ?? {}} errors={errors} />
      </Section>
      <Section title="ログインできる人">
        <ul className="max-w-[52rem] list-disc space-y-2 pl-6">
          <li>
            {membership.shortName}
            の構成員として登録され、登録のメールアドレスが認証サービスのアカウントと同じ人です。登録のない人は、アカウントがあってもログインできません。
          </li>
          <li>
            2回目からは、アカウントそのもので本人を確認します。同じメールアドレスを別の人が使うようになっても、その人が前の人としてログインすることはありません。
          </li>
          <li>
            この方法でログインした人が行えるのは、{membership.shortName}としての作業だけです。
          </li>
          <li>
            認証サービスが二要素で本人を確認したと通知した場合（
            <code className="font-mono">amr</code>）は、ポータルでも二要素認証を行ったものとします。
          </li>
        </ul>
      </Section>
      {provider && (
        <Section
          title="登録の解除"
          lead="解除すると、この方法でログインしている人は、全員ログアウトします。発行者又はクライアントIDを変更したときも同様です。ほかの方法によるログインには影響しません。"
        >
          <form method="post">
            <Button variant="outline" name="intent" value="remove">
              登録を解除する
            </Button>
          </form>
        </Section>
      )}
    </>
  );
}
