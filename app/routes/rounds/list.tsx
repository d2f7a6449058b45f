import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { RoundList } from "#app/components/round/round-list.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { listRounds } from "#app/services/round/list.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  return forPage(listRounds(await serviceContext(args), String(args.params.plan)));
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle("照会", data ? data.plan.name : null);

/** What a plan's organisations were and are asked for. */
export default function Rounds() {
  const { plan, rounds, mayPrepare } = useLoaderData<typeof loader>();
  const prepare = mayPrepare && (
    <ButtonLink to={paths.newRound(plan.code)} variant="solid-fill">
      照会を準備する
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.plan(plan.code), label: plan.name }, { label: "照会" }]}
        eyebrow={plan.name}
        title="照会"
        lead="各団体に実績の報告を求めた照会と、その結果です。"
        actions={prepare}
      />
      {rounds.length === 0 ? (
        <EmptyState title="照会はまだありません">
          照会が始まると、対象年度と回答期限がここに表示されます。
        </EmptyState>
      ) : (
        <RoundList plan={plan.code} rounds={rounds} />
      )}
    </>
  );
}
