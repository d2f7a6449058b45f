import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { AgainstSelect } from "#app/components/plan/against-select.tsx";
import { ChangeCounts } from "#app/components/plan/change-counts.tsx";
import { ChangeTables } from "#app/components/plan/change-table.tsx";
import { versionCrumbs } from "#app/components/plan/revision-crumbs.ts";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { dayText } from "#app/i18n/labels.ts";
import { versionKindLabels } from "#app/i18n/plan-version.ts";
import { comparedOf } from "#app/lib/compared.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { compareVersions } from "#app/services/plan/compare-versions.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await serviceContext(args);
  const reading = await forPage(compareVersions(context, comparedOf(args)));
  return { ...reading, showsDemo: false };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data && titleOf(data.version.kind), data?.version.title);

const titleOf = (kind: "original" | "revision" | "edit") =>
  kind === "revision" ? "見直し一覧" : "変更の内容";

/** What a version of a plan changed, as the list that goes with a revision. Public. */
export default function Version() {
  const page = useLoaderData<typeof loader>();
  const { plan, version, versions, against, groups } = page;
  return (
    <>
      <PageHeader
        breadcrumbs={versionCrumbs(plan, { label: `第${version.version}版` })}
        eyebrow={`${plan.name}　第${version.version}版　${versionKindLabels[version.kind]}`}
        title={
          version.kind === "revision"
            ? `見直し一覧：${version.title}`
            : `変更の内容：${version.title}`
        }
        lead={version.reason}
        meta={[
          { term: "適用", description: `${fiscalYearLabel(version.firstFy)}の評価から` },
          { term: "効力", description: `${dayText(version.effectiveOn)}から` },
          ...(version.adoptedOn
            ? [{ term: "決定日", description: dayText(version.adoptedOn) }]
            : []),
          { term: "比較", description: against ? `第${against.version}版との比較` : "－" },
        ]}
        actions={
          <>
            <ButtonLink to={paths.versionDocument(plan.code, version.version)}>
              この版の計画
            </ButtonLink>
            {against && (
              <ButtonLink
                to={paths.versionFile(plan.code, version.version, against.version)}
                download
              >
                Excelで保存
              </ButtonLink>
            )}
          </>
        }
      >
        {versions.length > 1 && (
          <AgainstSelect
            action={paths.version(plan.code, version.version)}
            versions={versions.filter((each) => each.version !== version.version)}
            current={against?.version ?? null}
          />
        )}
      </PageHeader>
      {groups.length === 0 ? (
        <EmptyState title={against ? "変更はありません" : "最初の版です"}>
          {against
            ? "2つの版の内容は同じです。"
            : "比べる前の版がありません。計画の内容は「この版の計画」からご覧ください。"}
        </EmptyState>
      ) : (
        <>
          <ChangeCounts groups={groups} unit="事業" />
          <ChangeTables
            {...page}
            plan={plan.code}
            levelNames={plan.levelNames}
            fy={version.firstFy}
          />
        </>
      )}
    </>
  );
}
