import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { AsOfForm } from "#app/components/plan/as-of-form.tsx";
import { versionCrumbs } from "#app/components/plan/revision-crumbs.ts";
import { RevisionList } from "#app/components/plan/revision-list.tsx";
import { VersionList } from "#app/components/plan/version-list.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { versionOnDay } from "#app/domain/plan/revision.ts";
import { parseDay } from "#app/domain/progress/day.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { listVersions } from "#app/services/plan/list-versions.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await serviceContext(args);
  const listed = await forPage(listVersions(context, String(args.params.plan)));
  const typed = new URL(args.request.url).searchParams.get("asOf");
  const day = typed === null ? null : parseDay(typed);
  const found = day === null ? undefined : versionOnDay(listed.versions.toReversed(), day);
  if (found) throw redirect(paths.versionDocument(listed.plan.code, found.version));
  const refused = day === null ? "plan.day" : "plan.too_early";
  return {
    ...listed,
    member: context.actor !== null,
    today: dateInJapan(new Date()),
    asOf: { day: typed ?? "", error: typed === null ? null : refused },
    showsDemo: false,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle("改定履歴", data?.plan.name);

/** How a plan has changed since it was adopted. Public. */
export default function Versions() {
  const { plan, versions, revisions, mayOpen, member, today, asOf } =
    useLoaderData<typeof loader>();
  const [inForce] = versions;
  return (
    <>
      <PageHeader
        breadcrumbs={versionCrumbs(plan)}
        eyebrow={plan.name}
        title="改定履歴"
        lead="計画がいつ、どのように変わったかの記録です。各年度は、その年度に適用される版の目標で評価します。"
        meta={inForce && [{ term: "現在の計画", description: `第${inForce.version}版` }]}
        actions={
          mayOpen && <ButtonLink to={paths.revision(plan.code, "new")}>見直しを始める</ButtonLink>
        }
      />
      <div className="mb-10">
        <AsOfForm action={paths.versions(plan.code)} today={today} {...asOf} />
      </div>
      {revisions.length > 0 && (
        <Section title="見直し" lead={member && "進行中と過去の見直しです。公開はされません。"}>
          <RevisionList plan={plan.code} revisions={revisions} />
        </Section>
      )}
      <Section title="計画の版" aside={`${versions.length}版`}>
        <VersionList plan={plan.code} versions={versions} />
      </Section>
    </>
  );
}
