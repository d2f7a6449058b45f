import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AttemptNotice } from "#app/components/account/attempt-notice.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { refusedAttempt } from "#app/lib/attempt.server.ts";
import { formValues } from "#app/lib/form-values.ts";
import { safeReturnPath } from "#app/lib/return-path.ts";
import { ownContext, requireSession } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { confirmSession } from "#app/services/session/confirm.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { email } = await requireSession(args);
  return { email };
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireSession(args);
  const to = new URL(args.request.url).searchParams.get("to");
  const form = formValues(await args.request.formData());
  const result = await confirmSession(ownContext(args, session), form);
  if (!result.ok) return refusedAttempt(result);
  return redirect(safeReturnPath(to, paths.security), {
    headers: { "Set-Cookie": result.setCookie },
  });
}

export const meta = () => pageTitle("本人の確認");

export default function Confirm() {
  const { email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-[28rem]">
      <PageHeader
        title="本人の確認"
        lead="重要な設定を扱う画面です。操作しているのが御本人であることを確かめます。確認すると、元の画面に進みます。"
      />
      {refused && <AttemptNotice attempt={refused} wrong="パスワードが正しくありません。" />}
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
          確認する
        </Button>
      </Form>
    </div>
  );
}
