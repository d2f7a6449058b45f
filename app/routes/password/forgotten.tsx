import { type ActionFunctionArgs, data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { databases } from "#app/lib/databases.server.ts";
import { formValues } from "#app/lib/form-values.ts";
import { pageTitle } from "#app/lib/title.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import { askPassword } from "#app/services/password/ask.server.ts";
import { paths } from "#app/site/paths.ts";

export function loader() {
  return { sendsMail: webConfig().sendsMail };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = formValues(await request.formData());
  const waitSeconds = await askPassword(databases().identity, form, context);
  if (waitSeconds === 0) return data({ minutes: 0, email: "" });
  const headers = { "Retry-After": String(waitSeconds) };
  const minutes = Math.ceil(waitSeconds / 60);
  return data({ minutes, email: form.email ?? "" }, { status: 429, headers });
}

export const meta = () => pageTitle("パスワードの再設定");

export default function PasswordForgotten() {
  const { sendsMail } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-[32rem]">
      <PageHeader
        breadcrumbs={[{ to: paths.signIn, label: "ログイン" }, { label: "パスワードの再設定" }]}
        title="パスワードの再設定"
        lead="登録しているメールアドレスに、新しいパスワードを設定するためのリンクを送ります。"
      />
      {!sendsMail && (
        <NotificationBanner kind="warning" title="メールを送信しない設定になっています">
          <p>リンクは届きません。ポータルの管理者にお問い合わせください。</p>
        </NotificationBanner>
      )}
      {result?.minutes === 0 && (
        <NotificationBanner kind="success" live title="申請を受け付けました">
          <p>
            入力したメールアドレスが登録されている場合は、数分以内にメールが届きます。リンクは1時間有効です。届かないときは、迷惑メールの欄とメールアドレスを確かめてください。
          </p>
        </NotificationBanner>
      )}
      {result !== undefined && result.minutes > 0 && (
        <NotificationBanner kind="warning" live title="しばらくお待ちください">
          <p>申請が続いたため、約{result.minutes}分後にもう一度お試しください。</p>
        </NotificationBanner>
      )}
      {result?.minutes !== 0 && (
        <Form method="post" className="mt-6 space-y-6">
          <TextField
            id="email"
            name="email"
            type="email"
            label="メールアドレス"
            autoComplete="username"
            defaultValue={result?.email}
            required
          />
          <Button size="lg" className="w-full">
            リンクを送る
          </Button>
        </Form>
      )}
    </div>
  );
}
