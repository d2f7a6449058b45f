import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { practiceCrumbs } from "#app/components/practice/practice-crumbs.ts";
import { PracticeFilterForm } from "#app/components/practice/practice-filter.tsx";
import { PracticeTable } from "#app/components/practice/practice-table.tsx";
import { UnsharedPractices } from "#app/components/practice/unshared-practices.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { noPracticeFilter } from "#app/domain/practice/filter.ts";
import { rolloutCounts } from "#app/domain/practice/states.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { listPractices } from "#app/services/practice/list.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const { searchParams } = new URL(args.request.url);
  const filter = { ...noPracticeFilter };
  for (const name of Object.keys(filter) as (keyof typeof filter)[])
    filter[name] = searchParams.get(name) ?? "";
  const context = await serviceContext(args);
  const library = await forPage(listPractices(context, String(args.params.plan), filter));
  return { ...library, filter };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle("好事例", data ? data.plan.name : null);

export default function PracticeLibrary() {
  const { plan, shown, total, own, choices, filter, mayWrite } = useLoaderData<typeof loader>();
  const goalWord = plan.levelNames.goal;
  const taken = shown.flatMap(({ rollouts }) => rollouts);
  const counted = taken.filter(({ state }) => rolloutCounts[state]).length;
  const isFiltered = Object.values(filter).some((value) => value !== "");
  const kpi = choices.indicators.find(({ code }) => code === filter.kpi);
  const write = mayWrite.map(({ slug, shortName }) => (
    <ButtonLink key={slug} to={paths.newPractice(plan.code, slug)}>
      {shortName}の事例を書く
    </ButtonLink>
  ));
  return (
    <>
      <PageHeader
        breadcrumbs={practiceCrumbs(plan)}
        eyebrow={plan.name}
        title="好事例"
        lead="各団体が共有した取組と、ほかの団体への横展開の状況です。公開はされません。"
        actions={write}
      />
      {own.length > 0 && <UnsharedPractices practices={own} plan={plan.code} />}
      <Section
        title={kpi ? `「${kpi.name}」に関わる好事例` : "共有されている好事例"}
        aside={
          isFiltered
            ? `全${total}件のうち${shown.length}件　横展開 ${counted}件`
            : `${total}件　横展開 ${counted}件`
        }
      >
        <PracticeFilterForm
          action={paths.practices(plan.code)}
          filter={filter}
          choices={choices}
          goalWord={goalWord}
        />
        <div className="mt-6">
          {shown.length > 0 && (
            <PracticeTable practices={shown} plan={plan.code} goalWord={goalWord} />
          )}
          {shown.length === 0 && isFiltered && (
            <EmptyState title="条件に合う好事例はありません" headingLevel="h3">
              条件を減らすか、絞り込みを解除してください。
            </EmptyState>
          )}
          {shown.length === 0 && !isFiltered && (
            <EmptyState title="共有されている好事例はまだありません" headingLevel="h3" />
          )}
        </div>
        {shown.length > 0 && (
          <p className="mt-2 text-note text-solid-gray-600">
            更新の新しい順に並べています。横展開の件数は、実施中と実施済の合計です。
          </p>
        )}
      </Section>
    </>
  );
}
