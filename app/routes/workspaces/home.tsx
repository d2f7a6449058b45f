import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { ClosedRounds } from "#app/components/workspace/closed-rounds.tsx";
import { RoundOverview } from "#app/components/workspace/round-overview.tsx";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { roleLabels } from "#app/i18n/labels.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { deciders } from "#app/policy/roles.ts";
import { readWorkspaceHome } from "#app/services/workspace/read-home.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const context = await serviceContext(args);
  const home = await forPage(readWorkspaceHome(context, String(args.params.organisation)));
  return { ...home, today: dateInJapan(new Date()) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data && `${data.membership.shortName}のワークスペース`);

export default function WorkspaceHome() {
  const { membership, rounds, closedRounds, owed, pts, today, ...page } =
    useLoaderData<typeof loader>();
  // A round that asks this organisation for nothing is not one that it has answered.
  const asked = rounds.filter((round) => owed.some((figure) => figure.roundId === round.id));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ to: paths.front, label: "トップ" }, { label: "ワークスペース" }]}
        title={`${membership.shortName}のワークスペース`}
        actions={<TextLink to={paths.guide("reporting")}>報告の手引き</TextLink>}
        meta={[
          { term: "あなたの役割", description: roleLabels[membership.role] },
          {
            term: "提出前の決裁",
            description: (
              <TextLink to={paths.approvalSettings(membership.slug)}>
                {membership.requiresApproval ? "求める" : "求めない"}
                <span className="sr-only">（決裁の設定）</span>
              </TextLink>
            ),
          },
        ]}
      />
      <div className="mb-6 space-y-4 empty:hidden">
        {page.waitingForReview > 0 && (
          <NotificationBanner
            title={`幹事団体として確認する報告が${page.waitingForReview}件あります`}
            actions={
              <ButtonLink to={paths.review(membership.slug)} size="sm">
                受理待ちを確認する
              </ButtonLink>
            }
          />
        )}
        {page.waitingForApproval > 0 && (
          <NotificationBanner
            title={`団体内の決裁を待っている報告が${page.waitingForApproval}件あります`}
            actions={
              <ButtonLink to={paths.approval(membership.slug)} size="sm">
                決裁待ちを確認する
              </ButtonLink>
            }
          />
        )}
      </div>
      {asked.map((round) => (
        <RoundOverview
          key={round.id}
          organisation={membership.slug}
          round={{ ...round, planName: round.plan.name }}
          today={today}
          figures={owed.filter((figure) => figure.roundId === round.id)}
        />
      ))}
      {asked.length === 0 && (
        <EmptyState title="現在、回答を求められている照会はありません">
          照会が始まると、報告する指標と回答期限がここに表示されます。
        </EmptyState>
      )}
      <ClosedRounds rounds={closedRounds} />
      {pts.length > 0 && (
        <Section
          title={membership.kind === "municipality" ? "基本目標" : "プロジェクトチーム（PT）"}
        >
          <ul className="grid gap-x-8 border-t border-solid-gray-420 sm:grid-cols-2">
            {pts.map((pt) => (
              <li
                key={pt.code}
                className="flex flex-wrap items-center justify-between gap-2 border-b border-solid-gray-420 py-3"
              >
                <TextLink to={paths.pt(membership.slug, pt.plan, pt.code)}>{pt.name}</TextLink>
                {pt.role === "lead" && (
                  <Tag tone="blue" variant="soft">
                    {membership.kind === "municipality" ? "所管" : "幹事"}
                  </Tag>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {deciders.includes(membership.role) && (
        <Section title="計画の登録">
          <TextLink to={paths.planImports(membership.slug)}>
            様式（Excel）から計画を取り込む
          </TextLink>
        </Section>
      )}
    </>
  );
}
