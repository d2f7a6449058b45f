import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { PackList } from "#app/components/pack/pack-list.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { t } from "#app/i18n/t.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { describePacks } from "#app/services/pack/read.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const context = await serviceContext(args);
  const page = await forPage(describePacks(context, String(args.params.plan), new Date()));
  return { plan: page.plan, packs: page.packs, mayMake: page.mayMake };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle(t`会議資料`, page?.plan.name);

/** The papers of the council's meetings. */
export default function Packs() {
  const { plan, packs, mayMake } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.plan(plan.code), label: plan.name }, { label: t`会議資料` }]}
        eyebrow={plan.name}
        title={t`会議資料`}
        lead={t`公表した版から作成した会議の資料です。同じ版と内容からは、いつ作成しても同じ資料になります。`}
        actions={
          mayMake && (
            <ButtonLink to={paths.newPack(plan.code)} variant="solid-fill">
              {t`資料を作成する`}
            </ButtonLink>
          )
        }
      />
      {packs.length === 0 ? (
        <EmptyState title={t`会議資料はまだありません`}>
          {t`資料を作成すると、PDFとExcelをここからダウンロードできます。`}
        </EmptyState>
      ) : (
        <PackList plan={plan} packs={packs} />
      )}
    </>
  );
}
