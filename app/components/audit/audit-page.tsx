import type { ReactNode } from "react";
import { PageHeader, type PageHeaderProps } from "#app/components/layout/page-header.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { type AskedEvents, AuditFilterForm } from "./audit-filter.tsx";
import { AuditTable, type ShownEvent } from "./audit-table.tsx";

/** Audit events to read, filter and take away. `to` makes addresses of the page with a query. */
export function AuditPage({
  header,
  lead,
  events,
  filter,
  page,
  organisations,
  subjects,
}: {
  header: Pick<PageHeaderProps, "breadcrumbs" | "eyebrow">;
  lead: ReactNode;
  events: readonly ShownEvent[];
  filter: AskedEvents;
  page: {
    address: string;
    csv: string;
    workbook: string;
    /** Null on the first page. */
    newest: string | null;
    /** Null at the end. */
    older: string | null;
  };
  organisations: readonly { slug: string; shortName: string }[];
  subjects?: readonly string[];
}) {
  return (
    <>
      <PageHeader
        {...header}
        title="監査記録"
        lead={lead}
        actions={
          events.length > 0 && (
            <>
              <ButtonLink to={page.csv}>CSVで保存</ButtonLink>
              <ButtonLink to={page.workbook}>Excelで保存</ButtonLink>
            </>
          )
        }
      />
      <AuditFilterForm
        action={page.address}
        filter={filter}
        organisations={organisations}
        subjects={subjects}
      />
      <div className="mt-6">
        {events.length > 0 ? (
          <AuditTable events={events} />
        ) : (
          <EmptyState title="監査記録はありません">
            絞り込んでいる場合は、条件を減らしてください。
          </EmptyState>
        )}
      </div>
      {(page.newest || page.older) && (
        <nav aria-label="ページ" className="mt-6 flex flex-wrap items-center gap-4 print:hidden">
          {page.newest && <ButtonLink to={page.newest}>最新の記録</ButtonLink>}
          {page.older && <ButtonLink to={page.older}>以前の記録</ButtonLink>}
        </nav>
      )}
      <Disclosure summary="監査記録の見方" className="mt-8">
        <ul className="max-w-[52rem] list-disc space-y-1 pl-6 text-std-16N-170">
          <li>
            記録は、追加されるだけで、変更も削除もできません。記録ごとに、前の記録とつながる封印を付けています。
          </li>
          <li>
            封印が正しいことは、ポータルの運用者がサーバーで「npm run
            audit:verify」を実行して確かめます。変更、削除又は挿入された記録があれば、その番号を示します。
          </li>
          <li>リクエスト番号は、エラーの画面に表示される番号と同じものです。</li>
          <li>ファイルへの出力は、新しいものから50,000件までです。出力したことも記録します。</li>
        </ul>
      </Disclosure>
    </>
  );
}
