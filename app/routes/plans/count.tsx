import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { EvaluatedMark } from "#app/components/evaluation/evaluated-mark.tsx";
import { MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { CountedItems } from "#app/components/explanation/counted-items.tsx";
import { Judgements } from "#app/components/explanation/judgements.tsx";
import { PrintedCounts } from "#app/components/explanation/printed-counts.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { EditionNotice } from "#app/components/rollup/edition-notice.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { NodeHeader } from "#app/components/rollup/node-header.tsx";
import { planWords } from "#app/components/rollup/plan-words.ts";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { SummaryCounts } from "#app/components/rollup/summary-counts.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { NodeKind } from "#app/domain/indicator/definition.ts";
import type { Counted } from "#app/domain/rollup/row.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { combinationLabels } from "#app/i18n/rubric-rules.ts";
import { rich, t } from "#app/i18n/t.ts";
import { keptPage } from "#app/lib/kept-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import { type CountReading, explainNode } from "#app/services/rollup/explain-node.server.ts";
import { paths } from "#app/site/paths.ts";

const kinds: Record<string, NodeKind> = {
  goals: "goal",
  policies: "policy",
  projects: "project",
  strategies: "strategy",
};

export const loader = (args: LoaderFunctionArgs) => {
  const kind = kinds[new URL(args.request.url).pathname.split("/")[3] ?? ""];
  if (!kind) throw new Response(null, { status: 404 });
  return keptPage(
    args,
    (context, plan, fy, unless) =>
      explainNode(context, { plan, kind, node: String(args.params.node) }, fy, unless),
    (data) => ({
      title: [pageTitleOf(kind, data.node.name), fiscalYearLabel(data.fy)],
      body: <Count {...data} />,
    }),
  );
};

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default KeptPage;

/** A project has one mark and no counts. */
const pageName = (kind: NodeKind) => (kind === "project" ? t`評価の内訳` : t`集計の内訳`);

const pageTitleOf = (kind: NodeKind, name: string) =>
  kind === "project" ? t`${name}の評価の内訳` : t`${name}の集計の内訳`;

/** What the counts of a node are made of, mark by mark. */
function Count(data: CountReading) {
  const { plan, fy, node, summary, counted, elsewhere, printed, figures } = data;
  const words = planWords(plan);
  const isProject = node.kind === "project";
  const list = { plan: plan.code, fy, marks: plan.rubric.marks };
  const unknown = counted.filter(
    ({ mark }) => mark !== null && !plan.rubric.marks.some((known) => known.symbol === mark),
  );
  const aside = [
    { title: t`いまの評価基準にない評価`, items: unknown },
    {
      title: t`評価の付いていないもの`,
      items: counted.filter((item) => item.mark === null && item.inTerm),
    },
    { title: t`この年度が対象期間外のもの`, items: counted.filter((item) => !item.inTerm) },
  ];
  return (
    <>
      <NodeHeader
        {...data}
        levelName={words.level(node.kind)}
        page={{ label: pageName(node.kind), action: paths.count(plan.code, node) }}
        lead={
          <>
            {isProject
              ? t`この${words.level("project")}の評価が、どの指標の評価から出たかを示します。`
              : t`評価ごとの件数が、何を数えたものかを示します。`}
            {summary.isDemo && <DemoTag className="ml-2" />}
          </>
        }
      />
      {data.edition && <EditionNotice edition={data.edition} />}
      {!figures && <PublishedNotice />}
      {figures && (
        <>
          {!isProject && (
            <SummaryCounts
              summary={summary}
              rubric={plan.rubric}
              unit={words.counted}
              label={t`${node.name} KPIの評価`}
            />
          )}
          {isProject && (
            <Section title={t`評価のまとめ方`}>
              <p>
                {t`評価基準「${plan.rubric.name}」では、${words.level("project")}の評価は${combinationLabels[plan.rubric.combination]}です。`}
              </p>
              <p className="mt-2">
                {rich`算出された評価：${
                  summary.computedMark === null ? (
                    whyNone(counted)
                  ) : (
                    <EvaluatedMark
                      evaluation={{ mark: summary.computedMark, unjudged: null }}
                      marks={plan.rubric.marks}
                      size="md"
                    />
                  )
                }`}
              </p>
            </Section>
          )}
          {isProject && data.override && (
            <Judgements
              evaluation={{ ...summary, unjudged: null }}
              assessments={[data.override]}
              rubric={plan.rubric}
            />
          )}
          {isProject && (
            <Section title={t`もとになった指標の評価`}>
              <CountedItems {...list} items={counted} withMark />
            </Section>
          )}
          {plan.rubric.marks.map((mark) => {
            const items = counted.filter((item) => item.mark === mark.symbol);
            return items.length === 0 || isProject ? null : (
              <Section
                key={mark.symbol}
                title={<MarkBadge mark={mark} size="md" />}
                aside={
                  mark.counted ? t`${items.length}件` : t`${items.length}件（件数に含めません）`
                }
              >
                <CountedItems {...list} items={items} />
              </Section>
            );
          })}
          {!isProject &&
            aside
              .filter(({ items }) => items.length > 0)
              .map(({ title, items }) => (
                <Section key={title} title={title} aside={t`${items.length}件`}>
                  <CountedItems {...list} items={items} withMark={items === unknown} />
                </Section>
              ))}
          {printed.length > 0 && (
            <PrintedCounts plan={plan} fy={fy} printed={printed} unit={words.counted} />
          )}
          {elsewhere.length > 0 && (
            <Section
              title={t`ここでは数えないもの（再掲）`}
              lead={t`もとの箇所で1回だけ数えます。`}
            >
              <ul className="list-disc pl-6">
                {elsewhere.map(({ repost, original }) => (
                  <li key={repost.code}>
                    {rich`${repost.code}　${repost.name} → もと：${<TextLink to={paths.node(plan.code, original, fy)}>{original.code}</TextLink>}`}
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

/** Why nothing can be combined. */
const whyNone = (counted: readonly Counted[]) =>
  counted.every((item) => !item.inTerm)
    ? t`なし（この年度に評価する指標がありません）`
    : t`なし（評価の付いていない指標があります）`;
