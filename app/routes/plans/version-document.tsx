import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { DocumentGoal } from "#app/components/plan/document-goal.tsx";
import { versionCrumbs } from "#app/components/plan/revision-crumbs.ts";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { dayText } from "#app/i18n/labels.ts";
import { versionKindLabels } from "#app/i18n/plan-version.ts";
import { versionOf } from "#app/lib/compared.ts";
import { documentTree } from "#app/lib/document-tree.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readPlanVersion } from "#app/services/plan/read-version.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const codes = { plan: String(args.params.plan), version: versionOf(String(args.params.version)) };
  const reading = await forPage(readPlanVersion(await serviceContext(args), codes));
  const { code, name, firstFy, lastFy } = reading.plan;
  return {
    plan: { code, name, firstFy, lastFy },
    version: reading.planVersion,
    inForce: reading.inForce.version,
    goals: documentTree(reading),
    showsDemo: false,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data && `第${data.version.version}版`, data?.plan.name);

/** The whole plan as a version has it. Public. */
export default function VersionDocument() {
  const { plan, version, inForce, goals } = useLoaderData<typeof loader>();
  const isInForce = version.version === inForce;
  return (
    <>
      <PageHeader
        breadcrumbs={versionCrumbs(plan, { label: `第${version.version}版の計画` })}
        eyebrow={`第${version.version}版　${versionKindLabels[version.kind]}`}
        title={plan.name}
        meta={[
          { term: "版", description: version.title },
          { term: "適用", description: `${fiscalYearLabel(version.firstFy)}の評価から` },
          { term: "効力", description: `${dayText(version.effectiveOn)}から` },
        ]}
      />
      <div className="mb-8">
        {isInForce ? (
          <NotificationBanner title={`現在の計画（第${version.version}版）です`} />
        ) : (
          <NotificationBanner
            kind="warning"
            title={`過去の計画（第${version.version}版）です。現在の計画は第${inForce}版です`}
          >
            <TextLink to={paths.versionDocument(plan.code, inForce)}>現在の計画を見る</TextLink>
          </NotificationBanner>
        )}
      </div>
      <div className="border-t border-solid-gray-420">
        {goals.map((goal) => (
          <DocumentGoal key={goal.code} goal={goal} plan={plan} />
        ))}
      </div>
    </>
  );
}
