import { planWords } from "#app/components/rollup/plan-words.ts";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { NodeLink } from "#app/domain/rollup/row.ts";
import type { NodeSummary } from "#app/domain/rollup/summary.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { formatFigure } from "#app/i18n/figure.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

type Column = { key: string; label: string; of: (summary: NodeSummary) => number | string };
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
  const shown: Column[] = [...columns, { key: "reports", label: t`報告済み`, of: shareOf }];
  // A phone shows of each PT what has changed, and of the whole everything.
  const cells = (sides: Sides, brief: boolean) =>
    shown.map(({ key, label, of }) => {
      const [before, after] = [sides.before && of(sides.before), sides.after && of(sides.after)];
      const hidden = brief && before === after ? "max-md:hidden!" : "";
      return (
        <Td key={key} numeric label={label} className={`whitespace-normal ${hidden}`}>
          <Change before={before} after={after} />
        </Td>
      );
    });
  const differs = ({ before, after }: Sides) =>
    shown.some(({ of }) => (before && of(before)) !== (after && of(after)));
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
          {shown.map(({ key, label }) => (
            <Th
              key={key}
              numeric
              className={`whitespace-normal ${key === "reports" ? "w-[18%]" : ""}`}
            >
              {label}
            </Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        <Tr emphasis>
          <Th scope="row">
            <strong>{words.whole}</strong>
          </Th>
          {cells(total, false)}
        </Tr>
        {goals.map(({ node, ...sides }) => (
          <Tr key={node.code} className={differs(sides) ? "" : "max-md:hidden!"}>
            <Th scope="row">
              <TextLink to={paths.node(plan.code, node, fy)} quiet lang="ja">
                {node.name}
              </TextLink>
            </Th>
            {cells(sides, true)}
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
  return t`${reported}／${expectedReporters}`;
}

/** 「12 → 10」, or the one number where nothing changed. */
function Change({
  before,
  after,
}: {
  before: number | string | null;
  after: number | string | null;
}) {
  if (before === after)
    return <span className="text-solid-gray-600">{after ?? formatFigure(null)}</span>;
  return (
    <>
      <span className="text-solid-gray-600">{before ?? formatFigure(null)}</span>
      <span aria-hidden="true" className="mx-1 text-solid-gray-600">
        →
      </span>
      <span className="sr-only">{t`から`}</span>
      <span className="font-bold">{after ?? formatFigure(null)}</span>
    </>
  );
}
