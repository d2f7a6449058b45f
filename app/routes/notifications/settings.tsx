import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { notificationKindLabels } from "#app/i18n/notification.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { chooseNotifications } from "#app/services/notification/choose.server.ts";
import { readPreferences } from "#app/services/notification/preferences.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const kinds = await forPage(readPreferences(await serviceContext(args)));
  return { kinds, done: new URL(args.request.url).searchParams.has("done") };
}

export async function action(args: ActionFunctionArgs) {
  await requireSession(args);
  const values = formValues(await args.request.formData());
  await forPage(chooseNotifications(await serviceContext(args), values));
  return redirect(`${paths.notificationSettings}?done`);
}

export const meta = () => pageTitle("お知らせの設定");

export default function NotificationSettings() {
  const { kinds, done } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.notifications, label: "お知らせ" }, { label: "お知らせの設定" }]}
        title="お知らせの設定"
        lead="受け取るお知らせを選択してください。変更は、保存したあとのお知らせから反映されます。"
      />
      {done && <NotificationBanner kind="success" live title="保存しました" className="mb-8" />}
      <form method="post">
        <fieldset className="mb-6">
          <legend className="mb-2 text-std-16B-170">受け取るお知らせ</legend>
          {kinds.map(({ kind, wanted }) => (
            <Checkbox
              key={kind}
              id={kind}
              name={kind}
              label={notificationKindLabels[kind]}
              defaultChecked={wanted}
            />
          ))}
        </fieldset>
        <Button size="lg">保存する</Button>
      </form>
    </>
  );
}
