import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { NoticeList } from "#app/components/notification/notice-list.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { formValues } from "#app/lib/form-values.ts";
import { pageOf } from "#app/lib/page-of.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { listNotifications } from "#app/services/notification/list.server.ts";
import { markNotification } from "#app/services/notification/mark.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  return forPage(listNotifications(await serviceContext(args), pageOf(args.request)));
}

export async function action(args: ActionFunctionArgs) {
  await requireSession(args);
  const values = formValues(await args.request.formData());
  await forPage(markNotification(await serviceContext(args), values));
  const { pathname, search } = new URL(args.request.url);
  return redirect(pathname + search);
}

export const meta = () => pageTitle("お知らせ");

export default function Notifications() {
  const { rows, all, unread, page, pages } = useLoaderData<typeof loader>();
  const to = (number: number) => `${paths.notifications}?page=${number}`;
  return (
    <>
      <PageHeader
        title="お知らせ"
        meta={[
          { term: "未読", description: `${unread}件` },
          { term: "全体", description: `${all}件` },
        ]}
        actions={
          <>
            {unread > 0 && (
              <form method="post">
                <Button variant="outline">すべて既読にする</Button>
              </form>
            )}
            <ButtonLink to={paths.notificationSettings} variant="text">
              お知らせの設定
            </ButtonLink>
          </>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title="お知らせはありません">
          意見・質問の宛先になったときや、報告が提出・差戻し・受理されたときに、ここに表示されます。
        </EmptyState>
      ) : (
        <NoticeList notices={rows} />
      )}
      {pages > 1 && (
        <nav aria-label="ページ" className="mt-6 flex items-center gap-4 print:hidden">
          {page > 1 && <ButtonLink to={to(page - 1)}>新しいお知らせ</ButtonLink>}
          <span className="tabular-nums">
            {page}／{pages}ページ
          </span>
          {page < pages && <ButtonLink to={to(page + 1)}>以前のお知らせ</ButtonLink>}
        </nav>
      )}
    </>
  );
}
