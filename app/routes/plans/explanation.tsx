import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Judgements } from "#app/components/explanation/judgements.tsx";
import { LeftOut } from "#app/components/explanation/left-out.tsx";
import { ExplanationSteps } from "#app/components/explanation/steps.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Contributions } from "#app/components/rollup/contributions.tsx";
import { EditionNotice } from "#app/components/rollup/edition-notice.tsx";
import { IndicatorResult } from "#app/components/rollup/indicator-result.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { explanationSteps } from "#app/i18n/explanation.ts";
import { fiscalYearLabel, fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { keptPage } from "#app/lib/kept-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import {
  type ExplanationReading,
  explainIndicator,
} from "#app/services/rollup/explain-indicator.server.ts";
import { paths } from "#app/site/paths.ts";

export const loader = (args: LoaderFunctionArgs) =>
  keptPage(
    args,
    (context, plan, fy, unless) =>
      explainIndicator(context, { plan, indicator: String(args.params.indicator) }, fy, unless),
    (data) => ({
      title: [t`${data.indicator.name}の算出根拠`, fiscalYearLabel(data.fy)],
      body: <Explanation {...data} />,
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default KeptPage;

function Explanation(data: ExplanationReading) {
  const { plan, fy, indicator, evaluation, trace } = data;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.plan(plan.code, fy), label: plan.name },
          { to: paths.indicator(plan.code, indicator.code, fy), label: indicator.name },
          { label: t`算出根拠` },
        ]}
        eyebrow={t`算出根拠　${indicator.code}　${fiscalYearLabel(fy)}`}
        title={indicator.name}
        lead={t`この値と評価がどのように出たかを、もとの報告値から順に示します。`}
      >
        <YearSelect
          years={yearRange(indicator.firstFy, indicator.lastFy)}
          current={fy}
          action={paths.explanation(plan.code, indicator.code)}
          name="fy"
        />
      </PageHeader>
      {data.edition && <EditionNotice edition={data.edition} />}
      {!data.figures && <PublishedNotice />}
      {data.figures && (
        <IndicatorResult indicator={indicator} evaluation={evaluation} plan={plan} fy={fy} />
      )}
      {data.outdated && (
        <NotificationBanner title={t`公表後に指標の定義が変わっています`}>
          <p>
            {t`値と評価は公表したときのまま表示しています。いまの定義では結果が異なるため、算出の手順は表示していません。`}
          </p>
        </NotificationBanner>
      )}
      {trace && evaluation && (
        <>
          <Section title={t`算出の手順`}>
            <ExplanationSteps
              steps={explanationSteps({
                ...trace,
                indicator,
                rubric: plan.rubric,
                fy,
              })}
            />
          </Section>
          <Judgements
            evaluation={evaluation}
            assessments={data.assessments.filter((assessment) => assessment.fy === fy)}
            rubric={plan.rubric}
          />
          <Section title={t`不足・除外した値`}>
            <LeftOut evaluation={evaluation} names={trace.names} />
          </Section>
          {indicator.derivation === null ? (
            <Section
              title={t`もとになった報告値`}
              lead={t`受理された報告値です。下書きと受理前の値は含みません。`}
            >
              <Contributions
                caption={t`${indicator.name}の団体別の報告値`}
                contributions={data.reporters}
                indicator={indicator}
                plan={plan.code}
                fy={fy}
                linked={data.edition === null}
              />
            </Section>
          ) : (
            <Section title={t`もとになった指標`}>
              <ul className="list-disc space-y-1 pl-6">
                {trace.parts.map((part) => (
                  <li key={`${part.code} ${part.fy}`}>
                    <TextLink to={paths.explanation(plan.code, part.code, part.fy)}>
                      {t`${part.name}（${fiscalYearShort(part.fy)}）の算出根拠`}
                    </TextLink>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
    </>
  );
}
