import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SignOnRefusal } from "#app/components/sign-on/sign-on-refusal.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { databases } from "#app/lib/databases.server.ts";
import { formValues } from "#app/lib/form-values.ts";
import { refusalAnswer } from "#app/lib/oidc/refusal-answer.server.ts";
import { beginSignOn } from "#app/lib/oidc/sign-on.server.ts";
import { safeReturnPath } from "#app/lib/return-path.ts";
import { pageTitle } from "#app/lib/title.ts";
import { listProviders } from "#app/services/provider/list.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const to = new URL(request.url).searchParams.get("to");
  return {
    organisations: await listProviders(databases().identity),
    to: safeReturnPath(to, ""),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { organisation = "", to = "" } = formValues(await args.request.formData());
  const begun = await beginSignOn(args, organisation, to);
  if (!begun.ok) return refusalAnswer(begun);
  const { address, shortName, setCookie } = begun;
  // A form may lead nowhere else (form-action): the answer to it is a page, which goes on by itself.
  const headers = { "Set-Cookie": setCookie, Refresh: `0; url=${address}` };
  return data({ ok: true as const, address, shortName }, { headers });
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta = () => pageTitle("所属団体のアカウントでログイン");

export default function SignOn() {
  const { organisations, to } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.ok) return <GoingOn {...answer} />;
  return (
    <div className="mx-auto max-w-[40rem]">
      <PageHeader
        breadcrumbs={[
          { to: paths.signIn, label: "ログイン" },
          { label: "所属団体のアカウントでログイン" },
        ]}
        title="所属団体のアカウントでログイン"
        lead="所属する団体を選択してください。団体のログイン画面に移動します。"
      />
      {answer && <SignOnRefusal refusal={answer} />}
      {organisations.length === 0 ? (
        <EmptyState
          title="この方法でログインできる団体は、まだありません"
          action={<TextLink to={paths.signIn}>メールアドレスとパスワードでログインする</TextLink>}
        >
          団体の管理担当が認証サービスを登録すると、ここに団体名が表示されます。
        </EmptyState>
      ) : (
        <Form method="post" className="mt-6">
          {to && <input type="hidden" name="to" value={to} />}
          <ul className="flex flex-col gap-3">
            {organisations.map(({ slug, shortName }) => (
              <li key={slug}>
                <Button
                  variant="outline"
                  size="lg"
                  className="w-full"
                  name="organisation"
                  value={slug}
                >
                  {shortName}
                </Button>
              </li>
            ))}
          </ul>
        </Form>
      )}
    </div>
  );
}

/** What shows while the browser goes on, and where it does not. */
function GoingOn({ address, shortName }: { address: string; shortName: string }) {
  return (
    <div className="mx-auto max-w-[40rem]">
      <PageHeader
        title={`${shortName}のログイン画面に移動します`}
        lead="自動で移動しない場合は、次のリンクを選択してください。"
      />
      <a href={address} className="text-link">
        {shortName}のログイン画面へ進む
      </a>
    </div>
  );
}
