import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { ChoiceTable } from "#app/components/notification/choice-table.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { formValues } from "#app/lib/form-values.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import { chooseNotifications } from "#app/services/notification/choose.server.ts";
import { readPreferences } from "#app/services/notification/preferences.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { email } = await requireSession(args);
  const choices = await forPage(readPreferences(await serviceContext(args)));
  const done = new URL(args.request.url).searchParams.has("done");
  return { choices, done, email, sendsMail: webConfig().sendsMail };
}

export async function action(args: ActionFunctionArgs) {
  await requireSession(args);
  const values = formValues(await args.request.formData());
  await forPage(chooseNotifications(await serviceContext(args), values));
  return redirect(`${paths.notificationSettings}?done`);
}

export const meta = () => pageTitle("お知らせの設定");

export default function NotificationSettings() {
  const { choices, done, email, sendsMail } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.notifications, label: "お知らせ" }, { label: "お知らせの設定" }]}
        title="お知らせの設定"
        lead="受け取るお知らせを選択してください。変更は、保存したあとのお知らせから反映されます。"
        meta={[{ term: "メールの宛先", description: email }]}
      />
      {done && <NotificationBanner kind="success" live title="保存しました" className="mb-8" />}
      {!sendsMail && (
        <NotificationBanner
          kind="warning"
          title="このポータルは、メールを送信しない設定になっています"
          className="mb-8"
        >
          メールの設定は保存できますが、送信が始まるまでメールは届きません。
        </NotificationBanner>
      )}
      <form method="post">
        <ChoiceTable choices={choices} />
        <p className="mt-2 mb-6 text-note text-solid-gray-600">
          短い間に続いたお知らせは、1通のメールにまとめて送信します。
        </p>
        <Button size="lg">保存する</Button>
      </form>
    </>
  );
}
