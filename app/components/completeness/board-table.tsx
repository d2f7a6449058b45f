import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { Board, BoardCounts, BoardRow } from "#app/domain/completeness/board.ts";
import { partsOf } from "#app/i18n/completeness.ts";
import { paths } from "#app/site/paths.ts";

type Goal = { code: string; name: string; seesSubmitted: boolean };

export type BoardTableProps = {
  plan: string;
  fy: number;
  board: Board;
  goals: readonly Goal[];
  names: Readonly<Record<string, string>>;
  /** The due day has passed. */
  overdue: boolean;
};

/** Organisations by PTs: how many of the figures that are asked for are accepted, and what is not. */
export function BoardTable({ plan, fy, board, goals, names, overdue }: BoardTableProps) {
  const seesAll = goals.every(({ seesSubmitted }) => seesSubmitted);
  const cells = (row: BoardRow, linked: boolean) => (
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
                overdue={overdue}
                to={linked ? paths.completeness(plan, fy, cell) : null}
                about={`${names[row.organisation] ?? "全団体"}・${goal.name}`}
              />
            ) : (
              <span className="text-solid-gray-600">－</span>
            )}
          </Td>
        );
      })}
      <Td label="計" className="align-top">
        <Counts counts={row.total} seesSubmitted={seesAll} overdue={overdue} to={null} />
      </Td>
    </>
  );
  return (
    <Table
      caption="団体とPTごとの回答状況"
      captionHidden
      dense
      stacks
      stickyHead
      minWidth="xl"
      note="分母は照会している指標の数です。半期・四半期・月ごとの指標は期ごとに数えます。－は、照会している指標がないことを示します。"
    >
      <THead>
        <Tr>
          <Th>団体</Th>
          {goals.map((goal) => (
            <Th key={goal.code}>{goal.name}</Th>
          ))}
          <Th>計</Th>
        </Tr>
      </THead>
      <TBody>
        {board.rows.map((row) => (
          <Tr key={row.organisation}>
            <Th scope="row">{names[row.organisation] ?? row.organisation}</Th>
            {cells(row, true)}
          </Tr>
        ))}
        <Tr>
          <Th scope="row">全団体</Th>
          {cells(board.total, false)}
        </Tr>
      </TBody>
    </Table>
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
  const share = `${counts.accepted}／${counts.asked}`;
  const late = overdue && seesSubmitted ? counts.none + counts.returned : 0;
  return (
    <div className="space-y-0.5 tabular-nums">
      <p className={counts.accepted === counts.asked ? "" : "font-bold"}>
        {to ? (
          <TextLink to={to} quiet>
            {share}
            <span className="sr-only">（{about}）</span>
          </TextLink>
        ) : (
          share
        )}
      </p>
      {partsOf(counts, seesSubmitted).map(({ label, count }) => (
        <p key={label} className="whitespace-nowrap text-solid-gray-700">
          {label}
          {count}
        </p>
      ))}
      {late > 0 && <Tag tone="red">期限超過{late}</Tag>}
    </div>
  );
}
