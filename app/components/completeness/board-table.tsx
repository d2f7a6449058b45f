import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { BoardCounts, BoardRow } from "#app/domain/completeness/board.ts";
import { timelinesses } from "#app/domain/completeness/timeliness.ts";
import { partsOf } from "#app/i18n/completeness.ts";
import { formatFigure } from "#app/i18n/figure.ts";
import { dayText, shortDay } from "#app/i18n/labels.ts";
import { sentencesText } from "#app/i18n/list.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { TimelinessMark } from "./timeliness-mark.tsx";

type Goal = { code: string; name: string; seesSubmitted: boolean };

/** A line of the board, with the day until which the organisation may answer; none without a round. */
type Row = BoardRow & { dueOn: string | null; overdue: boolean };

export type BoardTableProps = {
  plan: string;
  of: Parameters<typeof paths.completeness>[1];
  board: { rows: readonly Row[]; total: Row };
  goals: readonly Goal[];
  names: Readonly<Record<string, string>>;
};

/** Organisations by PTs: how many of the figures that are asked for are accepted, and what is not. */
export function BoardTable({ plan, of, board, goals, names }: BoardTableProps) {
  const ofRound = board.rows.some(({ dueOn }) => dueOn !== null);
  const seesAll = goals.every(({ seesSubmitted }) => seesSubmitted);
  const cells = (row: Row, linked: boolean) => (
    <>
      {goals.map((goal) => {
        const counts = row.byGoal.get(goal.code);
        const cell = { organisation: row.organisation, pt: goal.code };
        return (
          <Td key={goal.code} label={goal.name} className="align-top">
            {counts ? (
              <Counts
                counts={counts}
                seesSubmitted={goal.seesSubmitted}
                overdue={row.overdue}
                to={linked ? paths.completeness(plan, of, cell) : null}
                about={t`${names[row.organisation] ?? t`全団体`}・${goal.name}`}
              />
            ) : (
              <span className="text-solid-gray-600">{formatFigure(null)}</span>
            )}
          </Td>
        );
      })}
      <Td label={t`計`} className="align-top">
        <Counts counts={row.total} seesSubmitted={seesAll} overdue={row.overdue} to={null} />
      </Td>
      {ofRound && (
        <Td label={t`回答の時期`} className="align-top">
          <Times row={row} goals={goals} />
        </Td>
      )}
    </>
  );
  return (
    <Table
      caption={t`団体とPTごとの回答状況`}
      captionHidden
      dense
      stacks
      stickyHead
      minWidth="xl"
      // A plan has as many columns as PTs: where they do not fit, they scroll.
      className="max-xl:overflow-x-auto print:overflow-visible"
      note={sentencesText([
        t`分母は照会している指標の数です。半期・四半期・月ごとの指標は期ごとに数えます。－は、照会している指標がないことを示します。`,
        ofRound &&
          t`回答の時期は、受理された報告と受理待ちの報告を、提出した日で期限内と期限後に分けています。差し戻された報告は、提出し直した日で判定します。`,
        ofRound && !seesAll && t`幹事を務めるPTの報告だけを数えます。`,
      ])}
    >
      <THead>
        <Tr>
          <Th nowrap>{t`団体`}</Th>
          {goals.map((goal) => (
            <Th key={goal.code}>{goal.name}</Th>
          ))}
          <Th>{t`計`}</Th>
          {ofRound && <Th>{t`回答の時期`}</Th>}
        </Tr>
      </THead>
      <TBody>
        {board.rows.map((row) => (
          <Tr key={row.organisation}>
            <Th scope="row" nowrap>
              {names[row.organisation] ?? row.organisation}
              {row.dueOn && (
                <span className="block font-normal text-note text-solid-gray-600">
                  {t`期限 ${shortDay(row.dueOn)}`}
                  <span className="sr-only">{t`（${dayText(row.dueOn)}）`}</span>
                </span>
              )}
            </Th>
            {cells(row, true)}
          </Tr>
        ))}
        <Tr>
          <Th scope="row" nowrap>
            {t`全団体`}
          </Th>
          {cells(board.total, false)}
        </Tr>
      </TBody>
    </Table>
  );
}

/** How many came in time, how many late, how many are not there, of the PTs in which that is seen. */
function Times({ row, goals }: { row: BoardRow; goals: readonly Goal[] }) {
  const seen = goals.flatMap(({ code, seesSubmitted }) =>
    seesSubmitted ? (row.byGoal.get(code) ?? []) : [],
  );
  if (seen.length === 0) return <span className="text-solid-gray-600">{formatFigure(null)}</span>;
  const sum = (of: (counts: BoardCounts) => number) => seen.reduce((n, each) => n + of(each), 0);
  const [inTime, late] = [sum((counts) => counts.inTime), sum((counts) => counts.late)];
  const parts = { in_time: inTime, late, missing: sum(({ asked }) => asked) - inTime - late };
  return (
    <div className="space-y-0.5">
      {timelinesses.map((each) => (
        <p key={each}>
          <TimelinessMark timeliness={each} count={parts[each]} />
        </p>
      ))}
    </div>
  );
}

/** 「3／5」 with what is missing in words; complete is said, and so is late. */
function Counts({
  counts,
  seesSubmitted,
  overdue,
  to,
  about,
}: {
  counts: BoardCounts;
  seesSubmitted: boolean;
  overdue: boolean;
  to: string | null;
  about?: string;
}) {
  const share = t`${counts.accepted}／${counts.asked}`;
  const late = overdue && seesSubmitted ? counts.none + counts.returned : 0;
  return (
    <div className="space-y-0.5 tabular-nums">
      <p className={counts.accepted === counts.asked ? "" : "font-bold"}>
        {to ? (
          <TextLink to={to} quiet>
            {share}
            <span className="sr-only">{t`（${about ?? ""}）`}</span>
          </TextLink>
        ) : (
          share
        )}
      </p>
      {partsOf(counts, seesSubmitted).map(({ label, count }) => (
        <p key={label} className="whitespace-nowrap text-solid-gray-700 lang-en:whitespace-normal">
          {t`${label}${count}`}
        </p>
      ))}
      {late > 0 && <Tag tone="red">{t`期限超過${late}`}</Tag>}
    </div>
  );
}
