import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditPage } from "#app/components/audit/audit-page.tsx";
import { readAuditPage } from "#app/lib/audit-page.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const slug = String(args.params.organisation);
  return readAuditPage(args.request, await serviceContext(args), { slug }, (query, ending) =>
    paths.audit(slug, query, ending),
  );
}

export const meta = () => pageTitle("監査記録");

export default function OrganisationAudit() {
  const { membership, ...shown } = useLoaderData<typeof loader>();
  return (
    <AuditPage
      header={{
        breadcrumbs: membership
          ? [
              {
                to: paths.workspace(membership.slug),
                label: `${membership.shortName}のワークスペース`,
              },
              { label: "監査記録" },
            ]
          : [],
        eyebrow: membership?.shortName,
      }}
      lead="団体の名で行われたすべての操作と、構成員のログインの記録です。団体の管理の役割を持つ人だけが見ることができます。"
      {...shown}
    />
  );
}
