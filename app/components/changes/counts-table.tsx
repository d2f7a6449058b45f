import { planWords } from "#app/components/rollup/plan-words.ts";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { NodeLink } from "#app/domain/rollup/row.ts";
import type { NodeSummary } from "#app/domain/rollup/summary.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

type Sides = { before: NodeSummary | null; after: NodeSummary | null };

/** The counts by mark at both times, of the whole plan and of each PT; what differs stands out. */
export function CountsTable({
  plan,
  fy,
  total,
  goals,
  rubric,
}: {
  plan: { code: string } & Parameters<typeof planWords>[0];
  fy: number;
  total: Sides;
  goals: readonly ({ node: NodeLink } & Sides)[];
  rubric: Rubric;
}) {
  const words = planWords(plan);
  const all = [total, ...goals].flatMap(({ before, after }) => [before, after]);
  const columns = [
    ...rubric.marks
      .filter(({ counted, byHand, symbol }) => counted && !(byHand && !isSeen(symbol, all)))
      .map(({ symbol, label }) => ({
        key: symbol,
        label: symbol === label ? label : `${symbol} ${label}`,
        of: (summary: NodeSummary) => summary.counts[symbol] ?? 0,
      })),
    { key: "incomplete", label: t`判定保留`, of: (summary: NodeSummary) => summary.incomplete },
    { key: "noFigure", label: t`値なし`, of: (summary: NodeSummary) => summary.noFigure },
    { key: "notReported", label: t`未報告`, of: (summary: NodeSummary) => summary.notReported },
  ].filter(({ key, of }) => key !== "noFigure" || all.some((one) => one && of(one) > 0));
  const cells = (sides: Sides) =>
    columns.map(({ key, label, of }) => (
      <Td key={key} numeric label={label}>
        <Change before={sides.before && of(sides.before)} after={sides.after && of(sides.after)} />
      </Td>
    ));
  const reports = ({ before, after }: Sides) => (
    <Td numeric label={t`報告済み`}>
      <Change before={before && shareOf(before)} after={after && shareOf(after)} />
    </Td>
  );
  return (
    <Table
      caption={t`評価別の件数の変化（${words.counted}）`}
      captionHidden
      dense
      fixed
      stacks
      minWidth="md"
    >
      <THead>
        <Tr>
          <Th className="w-[18%]">{words.level("goal")}</Th>
          {columns.map(({ key, label }) => (
            <Th key={key} numeric>
              {label}
            </Th>
          ))}
          <Th numeric className="w-[18%]">
            {t`報告済み`}
          </Th>
        </Tr>
      </THead>
      <TBody>
        <Tr emphasis>
          <Th scope="row">
            <strong>{words.whole}</strong>
          </Th>
          {cells(total)}
          {reports(total)}
        </Tr>
        {goals.map(({ node, ...sides }) => (
          <Tr key={node.code}>
            <Th scope="row">
              <TextLink to={paths.node(plan.code, node, fy)} quiet lang="ja">
                {node.name}
              </TextLink>
            </Th>
            {cells(sides)}
            {reports(sides)}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function isSeen(symbol: string, summaries: readonly (NodeSummary | null)[]): boolean {
  return summaries.some((summary) => (summary?.counts[symbol] ?? 0) > 0);
}

function shareOf({ reported, expectedReporters }: NodeSummary): string {
  return `${reported}／${expectedReporters}`;
}

/** 「12 → 10」, or the one number where nothing changed. */
function Change({
  before,
  after,
}: {
  before: number | string | null;
  after: number | string | null;
}) {
  if (before === after) return <span className="text-solid-gray-600">{after ?? "－"}</span>;
  return (
    <>
      <span className="text-solid-gray-600">{before ?? "－"}</span>
      <span aria-hidden="true" className="mx-1 text-solid-gray-600">
        →
      </span>
      <span className="sr-only">{t`から`}</span>
      <span className="font-bold">{after ?? "－"}</span>
    </>
  );
}
