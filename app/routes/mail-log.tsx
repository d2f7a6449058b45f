import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { MailFilterForm } from "#app/components/notification/mail-filter.tsx";
import { MailTable } from "#app/components/notification/mail-table.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { mailText, withheldText } from "#app/i18n/mail.ts";
import { pageOf } from "#app/lib/page-of.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import { listMails } from "#app/services/mail/list.server.ts";
import { productName } from "#app/site/name.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const { searchParams } = new URL(args.request.url);
  const filter = {
    organisation: searchParams.get("organisation") ?? "",
    kind: searchParams.get("kind") ?? "",
    state: searchParams.get("state") ?? "",
  };
  const { rows, ...log } = await forPage(
    listMails(await serviceContext(args), filter, pageOf(args.request)),
  );
  const { appUrl, sendsMail } = webConfig();
  const portal = { name: productName, appUrl, noticesPath: paths.notifications };
  const mails = rows.map(({ text, items, ...row }) => ({
    ...row,
    body: text === null ? withheldText : mailText({ text, items, kind: row.kind }, row, portal),
  }));
  return { ...log, mails, filter, sendsMail };
}

export const meta = () => pageTitle("メールの送信記録");

export default function MailLog() {
  const { mails, all, page, pages, filter, organisations, sendsMail } =
    useLoaderData<typeof loader>();
  const to = (number: number) => paths.mailLog({ ...filter, page: String(number) });
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.front, label: "トップ" }, { label: "メールの送信記録" }]}
        title="メールの送信記録"
        lead="ポータルが送信したメールと、送信を待つメールです。戦略会議の事務局だけが見ることができます。"
        meta={[{ term: "件数", description: `${all}件` }]}
      />
      {!sendsMail && (
        <NotificationBanner
          kind="warning"
          title="このポータルは、メールを送信しない設定になっています"
          className="mb-8"
        >
          送信されるはずだったメールは「送信しない設定」として記録し、あとから送信することはありません。
        </NotificationBanner>
      )}
      <MailFilterForm filter={filter} organisations={organisations} />
      <div className="mt-6">
        {mails.length > 0 ? (
          <MailTable mails={mails} />
        ) : (
          <EmptyState title="メールの記録はありません">
            絞り込んでいる場合は、条件を減らしてください。
          </EmptyState>
        )}
      </div>
      {pages > 1 && (
        <nav aria-label="ページ" className="mt-6 flex items-center gap-4 print:hidden">
          {page > 1 && <ButtonLink to={to(page - 1)}>新しいメール</ButtonLink>}
          <span className="tabular-nums">
            {page}／{pages}ページ
          </span>
          {page < pages && <ButtonLink to={to(page + 1)}>以前のメール</ButtonLink>}
        </nav>
      )}
    </>
  );
}
