import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { RubricHistory } from "#app/components/rubric/rubric-history.tsx";
import { RubricText } from "#app/components/rubric/rubric-text.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { momentText } from "#app/i18n/labels.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readRubricHistory } from "#app/services/rubric/read.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await serviceContext(args);
  const history = await forPage(readRubricHistory(context, String(args.params.plan)));
  const done = new URL(args.request.url).searchParams.get("done");
  return { ...history, signedIn: context.actor !== null, showsDemo: false, done };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle("評価基準", data?.plan.name);

/** How a plan's marks come about, for everybody, and how that has changed. */
export default function RubricPage() {
  const { plan, inForce, versions, mayAdopt, signedIn, done } = useLoaderData<typeof loader>();
  const { project } = plan.levelNames;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.front, label: "トップ" },
          { to: paths.plan(plan.code), label: plan.name },
          { label: "評価基準" },
        ]}
        eyebrow={plan.name}
        title="評価基準"
        lead="報告された実績値から評価を決める方法です。すべての指標に同じ基準を当てはめます。"
        actions={
          mayAdopt && (
            <ButtonLink to={paths.rubricEditor(plan.code)} variant="solid-fill">
              評価基準を変更する
            </ButtonLink>
          )
        }
        meta={[
          { term: "名称", description: inForce.content.name },
          { term: "版", description: `第${inForce.version}版` },
          {
            // The first came with the plan, which had long been adopted.
            term: inForce.fromPlan ? "登録" : "採用",
            description: momentText(inForce.createdAt),
          },
        ]}
      />
      {done === "adopt" && mayAdopt && (
        <NotificationBanner
          kind="success"
          live
          className="mb-8"
          title={`第${inForce.version}版を採用しました`}
          actions={
            <ButtonLink to={paths.plan(plan.code)} size="sm">
              計画の集計を見る
            </ButtonLink>
          }
        >
          <p>すべての評価を新しい基準で計算し直しました。公表済みの版は変わっていません。</p>
        </NotificationBanner>
      )}
      <Section title="現行の基準">
        <RubricText rubric={inForce.content} project={project} />
        <p className="mt-4 text-note text-solid-gray-700">
          指標に個別の計算方法が定められている場合は、そちらに従います。担当者が評価を付けた場合は、計算による評価と並べて表示します。
        </p>
      </Section>
      <Section
        title="履歴"
        lead="基準を変えても、公表済みの版の評価は公表したときの基準のまま変わりません。"
      >
        <RubricHistory versions={versions} plan={plan} mayAdopt={mayAdopt} />
      </Section>
      {signedIn && !mayAdopt && (
        <p className="mt-8 text-dns-14N-130 text-solid-gray-700 print:hidden">
          変更できるのは、この計画を所管する団体の起案・決裁の担当者です。
        </p>
      )}
    </>
  );
}
