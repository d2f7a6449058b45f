import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { productTitle } from "#app/i18n/product.ts";
import { t } from "#app/i18n/t.ts";
import { namedInLanguage } from "#app/lib/named-in-language.server.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { listPlans } from "#app/services/plan/list.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await serviceContext(args);
  const own = namedInLanguage(context.actor?.memberships.filter((m) => m.kind !== "council") ?? []);
  return {
    signedIn: context.actor !== null,
    workspaces: own.map(({ slug, shortName }) => ({ slug, shortName })),
    plans: await forPage(listPlans(context)),
  };
}

export default function Front() {
  const { plans, signedIn, workspaces } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={productTitle()}
        lead={t`九州・沖縄・山口の各県と経済団体が共同計画のKPIを報告し、域内の進捗を同じ数字で確かめる場です。`}
        actions={
          signedIn ? (
            workspaces.map((workspace) => (
              <ButtonLink
                key={workspace.slug}
                to={paths.workspace(workspace.slug)}
                variant="solid-fill"
              >
                {t`${workspace.shortName}のワークスペース`}
              </ButtonLink>
            ))
          ) : (
            <ButtonLink to={paths.signIn} variant="solid-fill">
              {t`ログイン`}
            </ButtonLink>
          )
        }
      />
      <Section title={t`計画`}>
        <ul className="border-t border-solid-gray-420">
          {plans.map((plan) => (
            <li key={plan.code} className="border-b border-solid-gray-420 py-5">
              <p className="text-dns-14N-130 text-solid-gray-700">{plan.owner}</p>
              <p className="text-std-20B-150">
                <TextLink to={paths.plan(plan.code)}>{plan.name}</TextLink>
                {plan.isDraft && <Tag className="ml-3">{t`策定中`}</Tag>}
              </p>
              <p className="text-dns-16N-130 text-solid-gray-700">
                {plan.nickname
                  ? t`${plan.nickname}　${fiscalYearShort(plan.firstFy)}～${fiscalYearShort(plan.lastFy)}年度`
                  : t`${fiscalYearShort(plan.firstFy)}～${fiscalYearShort(plan.lastFy)}年度`}
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t`このポータルでできること`}>
        <dl className="grid gap-x-10 gap-y-6 md:grid-cols-3">
          {purposes().map((purpose) => (
            <div key={purpose.title} className="border-t-2 border-blue-900 pt-3">
              <dt className="text-std-17B-170">{purpose.title}</dt>
              <dd className="mt-1 text-std-16N-170 text-solid-gray-800">{purpose.text}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}

const purposes = () => [
  {
    title: t`報告する`,
    text: t`各県・経済団体は、自団体のワークスペースで担当するKPIの実績を入力し、幹事団体へ提出します。`,
  },
  {
    title: t`確かめる`,
    text: t`幹事団体は提出された値を前年度の値や目標と見比べ、受理または理由を付けて差し戻します。`,
  },
  {
    title: t`見渡す`,
    text: t`受理された値だけが域内の集計に反映されます。どの団体が未報告かも隠さず表示します。`,
  },
];
