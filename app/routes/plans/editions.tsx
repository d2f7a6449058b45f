import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EditionList } from "#app/components/changes/edition-list.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { groupBy } from "#app/domain/group-by.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { listPlanEditions } from "#app/services/rollup/list-plan-editions.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await serviceContext(args);
  const listed = await forPage(listPlanEditions(context, String(args.params.plan)));
  return { ...listed, showsDemo: false, title: t`公表された版` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.title, data?.plan.name);

/** Everything that was published of a plan, year by year. Public. */
export default function Editions() {
  const { plan, editions, member, title } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.plan(plan.code), label: plan.name }, { label: title }]}
        eyebrow={<span lang="ja">{plan.name}</span>}
        title={title}
        lead={t`公表した実績と評価の記録です。公表した版は、その後の報告や訂正では変わりません。`}
        actions={
          member && (
            <>
              <ButtonLink to={paths.changes(plan.code)}>{t`変更点を見る`}</ButtonLink>
              <ButtonLink to={paths.packs(plan.code)}>{t`会議資料`}</ButtonLink>
            </>
          )
        }
      />
      {editions.length === 0 && (
        <EmptyState title={t`公表された版はありません`}>
          {t`年度の照会を公表すると、ここに並びます。`}
        </EmptyState>
      )}
      {[...groupBy(editions, ({ fy }) => fy)].map(([fy, own]) => (
        <Section key={fy} title={fiscalYearLabel(fy)}>
          <EditionList plan={plan.code} editions={own} />
        </Section>
      ))}
    </>
  );
}
