import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditPage } from "#app/components/audit/audit-page.tsx";
import { keptSubjects } from "#app/domain/audit/subjects.ts";
import { readAuditPage } from "#app/lib/audit-page.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  return readAuditPage(args.request, await serviceContext(args), "portal", paths.platformAudit);
}

export const meta = () => pageTitle("監査記録（ポータル）");

export default function PlatformAudit() {
  const { events, filter, page, organisations } = useLoaderData<typeof loader>();
  return (
    <AuditPage
      header={{
        breadcrumbs: [
          { to: paths.front, label: "トップ" },
          { to: paths.platform, label: "ポータルの管理" },
          { label: "監査記録（ポータル）" },
        ],
      }}
      lead="すべての団体の、ログイン、構成員及び権限に関する操作の記録です。報告の値や文章に関する記録は含みません。"
      events={events}
      filter={filter}
      page={page}
      organisations={organisations}
      subjects={keptSubjects}
    />
  );
}
