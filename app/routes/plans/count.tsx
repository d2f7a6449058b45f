import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { EvaluatedMark } from "#app/components/evaluation/evaluated-mark.tsx";
import { MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { Judgements } from "#app/components/explanation/judgements.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { EditionNotice } from "#app/components/rollup/edition-notice.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { NodeHeader } from "#app/components/rollup/node-header.tsx";
import { planWords } from "#app/components/rollup/plan-words.ts";
import { PublishedNotice } from "#app/components/rollup/published-notice.tsx";
import { SummaryCounts } from "#app/components/rollup/summary-counts.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { fiscalYearLabel } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { NodeKind } from "#app/domain/indicator/definition.ts";
import { unjudgedLabels } from "#app/i18n/labels.ts";
import { combinationLabels } from "#app/i18n/rubric.ts";
import { keptPage } from "#app/lib/kept-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import {
  type Counted,
  type CountReading,
  explainNode,
} from "#app/services/rollup/explain-node.server.ts";
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
      title: [`${data.node.name}の集計の内訳`, fiscalYearLabel(data.fy)],
      body: <Count {...data} />,
    }),
  );
};

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default KeptPage;

/** What the counts of a node are made of, mark by mark. */
function Count(data: CountReading) {
  const { plan, fy, node, summary, counted, elsewhere, printed, figures } = data;
  const words = planWords(plan);
  const isProject = node.kind === "project";
  const without = counted.filter((item) => item.mark === null);
  return (
    <>
      <NodeHeader
        {...data}
        levelName={`集計の内訳　${words.level(node.kind)}`}
        action={paths.count(plan.code, node)}
        lead={
          isProject
            ? `この${words.level("project")}の評価が、どの指標の評価から出たかを示します。`
            : "評価ごとの件数が、何を数えたものかを示します。"
        }
      />
      {data.edition && <EditionNotice edition={data.edition} />}
      {!figures && <PublishedNotice />}
      {figures && (
        <>
          <SummaryCounts
            summary={summary}
            rubric={plan.rubric}
            unit={isProject ? "指標" : words.counted}
            label={`${node.name} KPIの評価`}
          />
          {isProject && (
            <Section title="評価のまとめ方">
              <p>
                評価基準「{plan.rubric.name}」では、{words.level("project")}の評価は
                {combinationLabels[plan.rubric.combination]}です。算出された評価：
                <EvaluatedMark
                  evaluation={{ mark: summary.computedMark, unjudged: null }}
                  marks={plan.rubric.marks}
                />
                {summary.computedMark === null && "なし（評価の付いていない指標があります）"}
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
          {plan.rubric.marks.map((mark) => {
            const items = counted.filter((item) => item.mark === mark.symbol);
            return items.length === 0 ? null : (
              <Section
                key={mark.symbol}
                title={<MarkBadge mark={mark} size="md" />}
                aside={`${items.length}件${mark.counted ? "" : "（件数に含めません）"}`}
              >
                <Items items={items} plan={plan.code} fy={fy} marks={plan.rubric.marks} />
              </Section>
            );
          })}
          {without.length > 0 && (
            <Section title="評価の付いていないもの" aside={`${without.length}件`}>
              <Items items={without} plan={plan.code} fy={fy} marks={plan.rubric.marks} />
            </Section>
          )}
          {printed.length > 0 && (
            <Section
              title="公表資料の件数をそのまま使ったもの"
              lead="資料に個々のKPIが示されていないため、記載された件数を数えています。"
            >
              <ul className="list-disc pl-6">
                {printed.map((place) => (
                  <li key={place.code}>
                    {place.number}　{place.name}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {elsewhere.length > 0 && (
            <Section title="ここでは数えないもの（再掲）" lead="もとの箇所で1回だけ数えます。">
              <ul className="list-disc pl-6">
                {elsewhere.map(({ repost, original }) => (
                  <li key={repost.code}>
                    {repost.code}　{repost.name} → もと：
                    <TextLink to={paths.node(plan.code, original, fy)}>{original.code}</TextLink>
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

function Items({
  items,
  plan,
  fy,
  marks,
}: {
  items: readonly Counted[];
  plan: string;
  fy: number;
  marks: CountReading["plan"]["rubric"]["marks"];
}) {
  return (
    <ul className="border-t border-solid-gray-420">
      {items.map((item) => (
        <li
          key={item.code}
          className="flex flex-wrap items-baseline gap-x-4 border-b border-solid-gray-200 py-1.5 text-dns-14N-130"
        >
          <TextLink
            to={
              item.kind === "indicator"
                ? paths.explanation(plan, item.code, fy)
                : paths.count(plan, { kind: "project", code: item.code }, fy)
            }
            quiet
          >
            {item.code}　{item.name}
          </TextLink>
          {item.mark !== item.computedMark && (
            <span className="text-solid-gray-700">
              上書き（算出：
              <EvaluatedMark
                evaluation={{ mark: item.computedMark, unjudged: null }}
                marks={marks}
              />
              {item.computedMark === null && "なし"}）
            </span>
          )}
          {item.unjudged && (
            <span className="text-solid-gray-700">{unjudgedLabels[item.unjudged]}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
