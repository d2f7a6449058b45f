import { EvaluatedMark } from "#app/components/evaluation/evaluated-mark.tsx";
import { Figure } from "#app/components/evaluation/figure.tsx";
import { isPartial } from "#app/components/rollup/indicator-table.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import type { ValueKind } from "#app/domain/indicator/definition.ts";
import type { ChangeKind } from "#app/domain/rollup/changes.ts";
import type { EvaluationView, NodeLink } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { judgementLine, reasonLines, type Why } from "#app/i18n/changes.ts";
import { formatFigure } from "#app/i18n/figure.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { KindTag } from "./kind-tag.tsx";
import { Reasons } from "./reasons.tsx";

type Indicator = {
  code: string;
  name: string;
  unit: string;
  valueKind: ValueKind;
  places: number | null;
};
type Marks = { before: Pick<Rubric, "marks">; after: Pick<Rubric, "marks"> };

export type ChangesTableProps = {
  plan: string;
  fy: number;
  marks: Marks;
  caption: string;
  indicators: readonly {
    indicator: Indicator;
    kind: ChangeKind;
    before: EvaluationView | null;
    after: EvaluationView | null;
    why: Why;
  }[];
  projects: readonly {
    node: NodeLink;
    kind: ChangeKind;
    before: string | null;
    after: string | null;
    judgements: Why["judgements"];
  }[];
  /** What holds for all of them, where nothing else is known: another rubric, another plan. */
  otherwise: string | null;
};

/** The KPIs and projects of one PT that were seen otherwise: before, after, and why. */
export function ChangesTable({
  plan,
  fy,
  marks,
  caption,
  indicators,
  projects,
  otherwise,
}: ChangesTableProps) {
  return (
    <Table caption={caption} captionHidden dense fixed stacks minWidth="lg">
      <THead>
        <Tr>
          <Th className="w-[24%]">{t`指標`}</Th>
          <Th className="w-[10%]">{t`区分`}</Th>
          <Th numeric className="w-[17%]">
            {t`変更前`}
          </Th>
          <Th numeric className="w-[17%]">
            {t`変更後`}
          </Th>
          <Th>{t`理由`}</Th>
        </Tr>
      </THead>
      <TBody>
        {projects.map(({ node, kind, before, after, judgements }) => (
          <Tr key={node.code}>
            <Th scope="row">
              <TextLink to={paths.count(plan, node, fy)} quiet lang="ja">
                {node.name}
              </TextLink>
              <span className="block text-note text-solid-gray-600">{node.code}</span>
            </Th>
            <Td label={t`区分`}>
              <KindTag kind={kind} />
            </Td>
            <Td numeric label={t`変更前`} className="whitespace-normal">
              <Mark mark={before} marks={marks.before.marks} />
            </Td>
            <Td numeric label={t`変更後`} className="whitespace-normal">
              <Mark mark={after} marks={marks.after.marks} />
            </Td>
            <Td label={t`理由`}>
              <Reasons
                lines={judgements.map(judgementLine)}
                otherwise={t`指標の評価の変更による`}
              />
            </Td>
          </Tr>
        ))}
        {indicators.map(({ indicator, kind, before, after, why }) => (
          <Tr key={indicator.code}>
            <Th scope="row">
              <TextLink to={paths.explanation(plan, indicator.code, fy)} quiet lang="ja">
                {indicator.name}
              </TextLink>
              <span className="block text-note text-solid-gray-600">{indicator.code}</span>
            </Th>
            <Td label={t`区分`}>
              <KindTag kind={kind} />
            </Td>
            <Td numeric label={t`変更前`} className="whitespace-normal">
              <Seen {...{ indicator, fy }} seen={before} other={after} rubric={marks.before} />
            </Td>
            <Td numeric label={t`変更後`} className="whitespace-normal">
              <Seen {...{ indicator, fy }} seen={after} other={before} rubric={marks.after} />
            </Td>
            <Td label={t`理由`}>
              <Reasons lines={reasonLines(why, indicator.unit)} otherwise={otherwise} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Mark({ mark, marks }: { mark: string | null; marks: Rubric["marks"] }) {
  return mark === null ? (
    <span className="text-solid-gray-600">{t`評価なし`}</span>
  ) : (
    <EvaluatedMark evaluation={{ mark, unjudged: null }} marks={marks} />
  );
}

/** A KPI as it was seen at one of the times; target and reports only where they differ. */
function Seen({
  indicator,
  seen,
  other,
  rubric,
}: {
  indicator: Indicator;
  seen: EvaluationView | null;
  other: EvaluationView | null;
  rubric: Pick<Rubric, "marks">;
}) {
  if (!seen) return <span className="text-solid-gray-600">{formatFigure(null)}</span>;
  const shown = (value: string | null) => displayFigure(value, indicator);
  const otherTarget =
    other && (other.expected !== seen.expected || other.expectedText !== seen.expectedText);
  const otherReports =
    other &&
    (other.reported !== seen.reported || other.expectedReporters !== seen.expectedReporters);
  return (
    <div className="space-y-1">
      <Figure
        value={shown(seen.actual)}
        unit={indicator.unit}
        text={seen.actualText}
        partial={isPartial(seen)}
        provisional={seen.provisional.length > 0}
        demo={seen.isDemo}
      />
      <span className="block">
        <EvaluatedMark evaluation={seen} marks={rubric.marks} />
      </span>
      {otherTarget && (
        <span className="block text-note text-solid-gray-700">
          {t`目標`}{" "}
          <Figure
            value={shown(seen.expected)}
            unit={indicator.unit}
            text={seen.expected === null ? seen.expectedText : null}
          />
        </span>
      )}
      {otherReports && (
        <span className="block text-note text-solid-gray-700">
          {t`報告 ${seen.reported}／${seen.expectedReporters}団体`}
        </span>
      )}
    </div>
  );
}
