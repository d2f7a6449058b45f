import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AttachmentList } from "#app/components/attachment/attachment-list.tsx";
import { DiscussionLink } from "#app/components/discussion/discussion-link.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { VersionTimeline } from "#app/components/observation/version-timeline.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { periodLabel } from "#app/i18n/labels.ts";
import { t } from "#app/i18n/t.ts";
import { periodOf } from "#app/lib/period.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { yearOf } from "#app/lib/year.ts";
import { readObservation } from "#app/services/observation/read.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await serviceContext(args);
  const { plan, indicator, organisation } = args.params;
  const fy = yearOf(args.request);
  if (fy === null) throw new Response(null, { status: 404 });
  const codes = {
    plan: String(plan),
    indicator: String(indicator),
    organisation: String(organisation),
    fy,
    period: periodOf(args.request),
  };
  return forPage(readObservation(context, codes));
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data && t`${data.organisation.shortName}の報告`, data?.indicator.name);

export default function Observation() {
  const { plan, fy, period, indicator, organisation, place, versions, attachments, openThreads } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.plan(plan.code, fy), label: plan.name },
          ...(place ? [{ to: paths.node(plan.code, place, fy), label: place.name }] : []),
          { to: paths.indicator(plan.code, indicator.code, fy), label: indicator.name },
          { label: organisation.shortName },
        ]}
        eyebrow={t`報告値　${indicator.code}`}
        title={
          period === 0
            ? t`${organisation.shortName}の${fiscalYearLabel(fy)}の報告`
            : t`${organisation.shortName}の${fiscalYearLabel(fy)}${periodLabel(indicator.frequency, period)}の報告`
        }
        lead={indicator.name}
        actions={
          <>
            {openThreads !== null && (
              <DiscussionLink
                to={paths.discussion(plan.code, {
                  kind: "figure",
                  code: indicator.code,
                  organisation: organisation.slug,
                  fy,
                })}
                open={openThreads}
              />
            )}
            <ButtonLink to={paths.indicator(plan.code, indicator.code, fy)}>
              {t`域内の集計へ戻る`}
            </ButtonLink>
          </>
        }
      />
      {attachments.length > 0 && (
        <Section title={t`添付ファイル`}>
          <AttachmentList attachments={attachments} />
        </Section>
      )}
      <Section title={t`履歴`} lead={t`すべての版を残しています。新しい順に表示します。`}>
        <VersionTimeline versions={versions} indicator={indicator} />
      </Section>
    </>
  );
}
