import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { RoadmapChart } from "#app/components/charts/roadmap-chart.tsx";
import { Judgements } from "#app/components/explanation/judgements.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { VersionNotice } from "#app/components/plan/version-notice.tsx";
import { Contributions } from "#app/components/rollup/contributions.tsx";
import { EditionNotice } from "#app/components/rollup/edition-notice.tsx";
import { IndicatorDefinition } from "#app/components/rollup/indicator-definition.tsx";
import { IndicatorResult } from "#app/components/rollup/indicator-result.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { planWords } from "#app/components/rollup/plan-words.ts";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { roadmapOf } from "#app/components/rollup/roadmap-points.ts";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { YearSelect } from "#app/components/ui/year-select.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { NodeKind } from "#app/domain/indicator/definition.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { keptPage } from "#app/lib/kept-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import {
  type IndicatorReading,
  readIndicator,
} from "#app/services/rollup/read-indicator.server.ts";
import { paths } from "#app/site/paths.ts";

export const loader = (args: LoaderFunctionArgs) =>
  keptPage(
    args,
    (context, plan, fy, unless) =>
      readIndicator(context, { plan, indicator: String(args.params.indicator) }, fy, unless),
    (data) => ({
      title: [data.indicator.name, fiscalYearLabel(data.fy)],
      body: <Indicator {...data} />,
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default KeptPage;

function Indicator(data: IndicatorReading) {
  const { plan, fy, figures, indicator, evaluation, places, parts, usedBy } = data;
  const home = places.find((place) => place.nodeId === indicator.homeNodeId) ?? places[0];
  const file = (type: "svg" | "png" | "csv") =>
    paths.chartFile(plan.code, indicator.code, type, fy);
  const unplaced = data.roadmap.filter((cell) => cell.fy === null);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.plan(plan.code, fy), label: plan.name },
          ...(home ? upTo(plan.code, home, fy) : []),
          { label: indicator.name },
        ]}
        eyebrow={t`指標　${indicator.code}`}
        title={indicator.name}
      >
        <YearSelect
          years={yearRange(data.term.firstFy, data.term.lastFy)}
          current={fy}
          action={paths.indicator(plan.code, indicator.code)}
          name="fy"
        />
      </PageHeader>
      <VersionNotice plan={data.plan} fy={data.fy} version={data.definition.planVersion} />
      {data.edition && <EditionNotice edition={data.edition} />}
      {figures ? (
        <>
          <IndicatorResult indicator={indicator} evaluation={evaluation} plan={plan} fy={fy} />
          <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1 empty:hidden">
            {evaluation && (
              <TextLink to={paths.explanation(plan.code, indicator.code, fy)}>
                {t`この値と評価の算出根拠`}
              </TextLink>
            )}
            {indicator.derivation === null && (
              <TextLink to={paths.comparison(plan.code, indicator.code, fy)}>
                {t`団体比較`}
              </TextLink>
            )}
            {evaluation && !data.edition && (
              <TextLink to={paths.assessment(plan.code, "indicator", indicator.code, fy)}>
                {t`評価の上書きと達成見込み`}
              </TextLink>
            )}
            {!data.edition && (
              <TextLink to={paths.practices(plan.code, { kpi: indicator.code })}>
                {t`この指標に関わる好事例`}
              </TextLink>
            )}
            {!data.edition && (
              <TextLink
                to={paths.discussion(plan.code, { kind: "indicator", code: indicator.code })}
              >
                {t`意見・質問`}
              </TextLink>
            )}
          </p>
          {evaluation && (
            <Judgements
              evaluation={evaluation}
              assessments={data.assessments.filter((assessment) => assessment.fy === fy)}
              rubric={plan.rubric}
            />
          )}
        </>
      ) : (
        <PublishedNotice />
      )}
      <Section title={t`ロードマップと実績`}>
        <RoadmapChart
          title={indicator.name}
          files={{ svg: file("svg"), png: file("png"), csv: file("csv") }}
          {...roadmapOf(indicator, data.years, plan.rubric.marks)}
        />
        {unplaced.map((cell) => (
          <p key={cell.text} className="mt-2 text-dns-14N-130 text-solid-gray-700">
            {t`年度の欄を特定できない記載：${cell.text}`}
          </p>
        ))}
      </Section>
      {figures && indicator.derivation === null && (
        <Section
          title={t`${fiscalYearLabel(fy)}の内訳`}
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
      )}
      {parts.length > 0 && (
        <Section title={t`この値のもとになる指標`}>
          <ul className="list-disc pl-6">
            {parts.map((part) => (
              <li key={part.code}>
                <TextLink to={paths.indicator(plan.code, part.code, fy)}>
                  {t`${part.code}　${part.name}`}
                </TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t`指標の定義`}>
        <IndicatorDefinition indicator={indicator} />
      </Section>
      <Section title={t`この指標を掲げている箇所`}>
        <ul className="list-disc pl-6">
          {places.map((place) => (
            <li key={place.code}>
              <TextLink to={paths.node(plan.code, place.node, fy)}>
                {t`${place.node.code}　${place.node.name}`}
              </TextLink>
              {place.role === "outcome" && t`（${planWords(plan).outcomes}）`}
              {place.isRepost && t`（再掲）`}
            </li>
          ))}
          {usedBy.map((other) => (
            <li key={other.code}>
              <TextLink to={paths.indicator(plan.code, other.code, fy)}>
                {t`${other.code}　${other.name}`}
              </TextLink>
              {t`（この指標から自動集計）`}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

type Home = {
  node: { kind: NodeKind; code: string; number: string; name: string };
  goal: { code: string; name: string };
};

/** The PT and the project above an indicator; an outcome hangs on the PT itself. */
function upTo(plan: string, { node, goal }: Home, fy: number) {
  const pt = { to: paths.node(plan, { kind: "goal", code: goal.code }, fy), label: goal.name };
  if (node.kind === "goal") return [pt];
  return [pt, { to: paths.node(plan, node, fy), label: `${node.number}${node.name}` }];
}
