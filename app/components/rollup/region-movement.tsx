import { KindTag } from "#app/components/changes/kind-tag.tsx";
import { EvaluatedMark } from "#app/components/evaluation/evaluated-mark.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { formatFigure } from "#app/i18n/figure.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { actualText } from "./figure-text.ts";
import type { RegionMovementView, RegionView } from "./region-view.ts";

/** So many are listed; the page of all changes has the rest. */
const most = 10;

/** What moved since the last meeting, or since the year before, in numbers and KPI by KPI. */
export function RegionMovement({
  region,
  movement,
}: {
  region: RegionView;
  movement: RegionMovementView;
}) {
  const { plan, fy, edition } = region;
  const { since, counts, moved } = movement;
  const sameYear = since.fy === fy;
  const all =
    sameYear && since.edition !== null
      ? paths.changes(plan.code, fy, {
          from: `edition-${since.edition}`,
          ...(edition && { to: `edition-${edition.edition}` }),
        })
      : null;
  return (
    <Section title={t`前回からの動き`} aside={sinceText(since, sameYear)}>
      {counts.length === 0 ? (
        <p>{t`評価と実績値に動きはありません。`}</p>
      ) : (
        <ul className="flex flex-wrap gap-x-6 gap-y-1 text-dns-16N-130">
          {counts.map(({ kind, count }) => (
            <li key={kind} className="inline-flex items-center gap-1.5">
              <KindTag kind={kind} />
              <span className="font-bold tabular-nums">{count}</span>
            </li>
          ))}
        </ul>
      )}
      {moved.length > 0 && (
        <div className="mt-3">
          <Table caption={t`前回から動いた指標`} captionHidden minWidth="lg" dense fixed stacks>
            <THead>
              <Tr>
                <Th className="w-[48%]">{t`指標`}</Th>
                <Th className="w-[27%]">{t`評価`}</Th>
                <Th className="w-[25%]">{t`実績`}</Th>
              </Tr>
            </THead>
            <TBody>
              {moved.slice(0, most).map((change) => (
                <MovedRow key={change.indicator.id} change={change} plan={plan} fy={fy} />
              ))}
            </TBody>
          </Table>
        </div>
      )}
      {(all !== null || moved.length > most) && (
        <p className="mt-2 flex flex-wrap gap-x-6 text-dns-14N-130">
          {moved.length > most && (
            <span className="text-solid-gray-700">{t`ほか${moved.length - most}件`}</span>
          )}
          {all !== null && <TextLink to={all}>{t`すべての変更と理由を見る`}</TextLink>}
        </p>
      )}
    </Section>
  );
}

/** What the figures are held against, in words. */
function sinceText({ fy, edition }: RegionMovementView["since"], sameYear: boolean): string {
  if (edition === null) return t`前年度（${fiscalYearShort(fy)}）の評価との比較`;
  return sameYear
    ? t`公表された第${edition}版との比較`
    : t`前年度（${fiscalYearShort(fy)}）の公表された第${edition}版との比較`;
}

function MovedRow({
  change: { kind, before, after, indicator },
  plan,
  fy,
}: {
  change: RegionMovementView["moved"][number];
  plan: RegionView["plan"];
  fy: number;
}) {
  const { goal } = indicator.place;
  const [old, now] = [before, after].map((view) => view && actualText(view, indicator));
  return (
    <Tr>
      <Th scope="row">
        <span className="mr-2.5 inline-block min-w-14">
          <KindTag kind={kind} />
        </span>
        <TextLink to={paths.explanation(plan.code, indicator.code, fy)} quiet lang="ja">
          {indicator.name}
        </TextLink>
        <span className="ml-2 text-note text-solid-gray-700">
          <TextLink to={paths.node(plan.code, goal, fy)} quiet lang="ja">
            {goal.name}
          </TextLink>
        </span>
      </Th>
      <Td label={t`評価`}>
        <FromTo
          from={before && <EvaluatedMark evaluation={before} marks={plan.rubric.marks} />}
          to={after && <EvaluatedMark evaluation={after} marks={plan.rubric.marks} />}
          same={before?.mark === after?.mark && before?.unjudged === after?.unjudged}
        />
      </Td>
      <Td label={t`実績`} className="whitespace-normal tabular-nums">
        <FromTo from={old} to={now} same={old === now} />
        {(before?.isDemo || after?.isDemo) && <DemoTag className="ml-1.5" />}
      </Td>
    </Tr>
  );
}

function FromTo({ from, to, same }: { from: React.ReactNode; to: React.ReactNode; same: boolean }) {
  const nothing = <span className="text-solid-gray-600">{formatFigure(null)}</span>;
  if (same) return to ?? nothing;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      {from ?? nothing}
      <span className="text-solid-gray-600">→</span>
      <span className="font-bold">{to ?? nothing}</span>
    </span>
  );
}
