import { type HeadersFunction, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SignOnRefusal } from "#app/components/sign-on/sign-on-refusal.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { refusalAnswer } from "#app/lib/oidc/refusal-answer.server.ts";
import { finishSignOn } from "#app/lib/oidc/sign-on.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const finished = await finishSignOn(args, String(args.params.organisation));
  if (!finished.ok) return refusalAnswer(finished);
  const { setCookies, to } = finished;
  const headers = new Headers();
  for (const cookie of setCookies) headers.append("Set-Cookie", cookie);
  // The way on is chosen by the sign-in page, which knows who has signed in.
  const query = to === "" ? "" : `?${new URLSearchParams({ to })}`;
  throw redirect(`${paths.signIn}${query}`, { headers });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta = () => pageTitle("所属団体のアカウントでログイン");

export default function SignOnCallback() {
  const refusal = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-[40rem]">
      <PageHeader title="所属団体のアカウントでログイン" />
      <SignOnRefusal refusal={refusal} />
      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <ButtonLink to={paths.signOn()} variant="solid-fill">
          もう一度ログインする
        </ButtonLink>
        <TextLink to={paths.signIn}>メールアドレスとパスワードでログインする</TextLink>
      </div>
    </div>
  );
}
