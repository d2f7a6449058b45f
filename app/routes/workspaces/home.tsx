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
import { OrganisationPages } from "#app/components/workspace/organisation-pages.tsx";
import { RoundOverview } from "#app/components/workspace/round-overview.tsx";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { roleLabels } from "#app/i18n/labels.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import type { Membership } from "#app/policy/can.ts";
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
        {page.answeredLinks > 0 && (
          <NotificationBanner
            title={`外部への照会に、取り込んでいない回答が${page.answeredLinks}件あります`}
            actions={
              <ButtonLink to={paths.links(membership.slug, { state: "answered" })} size="sm">
                回答を確認する
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
                <span className="flex gap-2">
                  {pt.own && <Tag variant="soft">担当</Tag>}
                  {pt.role === "lead" && (
                    <Tag tone="blue" variant="soft">
                      {membership.kind === "municipality" ? "所管" : "幹事"}
                    </Tag>
                  )}
                </span>
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
      <OrganisationPages pages={managementPages(membership)} />
    </>
  );
}

/** What the organisation looks after itself, as far as the reader may. */
function managementPages({ slug, role }: Membership) {
  const links = {
    to: paths.links(slug),
    label: "外部への照会",
    about: "会員企業や事業所に数値の回答を依頼した一覧",
  };
  const people = {
    to: paths.members(slug),
    label: "構成員",
    about: "利用者の役割と担当PT、代決の状況",
  };
  if (role !== "admin") return [people, links];
  return [
    { ...people, about: "利用者の招待、役割と担当PTの変更、引継ぎ" },
    links,
    {
      to: paths.organisationSecurity(slug),
      label: "ログインの条件",
      about: "構成員に二要素認証を求めるかどうか",
    },
    {
      to: paths.signOnSettings(slug),
      label: "団体のアカウントでのログイン",
      about: "団体の認証サービスの登録",
    },
    {
      to: paths.tokens(slug),
      label: "APIキー",
      about: "団体のシステムからAPIを利用するためのキー",
    },
    {
      to: paths.audit(slug),
      label: "監査記録",
      about: "構成員のログインと、団体の名で行われた操作",
    },
  ];
}
