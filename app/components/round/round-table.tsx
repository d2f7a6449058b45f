import { TimelinessMark } from "#app/components/completeness/timeliness-mark.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { BoardCounts } from "#app/domain/completeness/board.ts";
import { dayText } from "#app/i18n/labels.ts";
import { timelinessLabels } from "#app/i18n/round.ts";
import { ExtensionForm, type RefusedExtension } from "./extension-form.tsx";

export type RoundRow = {
  slug: string;
  shortName: string;
  asked: number;
  dueOn: string;
  overdue: boolean;
  /** The oldest first. */
  extensions: readonly { dueOn: string; reason: string }[];
  /** Null for who does not see what was submitted. */
  counts: BoardCounts | null;
};

/** Whom a round asks for how much until when and, for those who may see it, what came of it in time. */
export function RoundTable({
  rows,
  total,
  started,
  keys,
  refused,
}: {
  rows: readonly RoundRow[];
  total: BoardCounts | null;
  /** The round was opened: before, there is nothing to have answered. */
  started: boolean;
  /** Request keys by organisation, for who may give longer. */
  keys: Readonly<Record<string, string>> | null;
  refused: RefusedExtension | null;
}) {
  const answered = started && total !== null;
  return (
    <Table caption="照会先の団体" captionHidden stacks minWidth="md">
      <THead>
        <Tr>
          <Th>団体</Th>
          <Th numeric>照会</Th>
          {answered && (
            <>
              <Th numeric>提出・受理</Th>
              <Th numeric>{timelinessLabels.in_time}</Th>
              <Th numeric>{timelinessLabels.late}</Th>
              <Th numeric>{timelinessLabels.missing}</Th>
            </>
          )}
          <Th>回答期限</Th>
          {keys && (
            <Th>
              <span className="sr-only">操作</span>
            </Th>
          )}
        </Tr>
      </THead>
      <TBody>
        {rows.map((row) => (
          <Tr key={row.slug}>
            <Th scope="row">{row.shortName}</Th>
            <Td numeric label="照会">
              {row.asked}件
            </Td>
            {answered && row.counts && <Answered counts={row.counts} overdue={row.overdue} />}
            <Td label="回答期限">
              <DueDay row={row} />
            </Td>
            {keys && (
              <Td>
                <ExtensionForm
                  organisation={row}
                  version={row.extensions.length}
                  requestKey={keys[row.slug] ?? ""}
                  refused={refused?.organisation === row.slug ? refused : null}
                />
              </Td>
            )}
          </Tr>
        ))}
        <Tr emphasis>
          <Th scope="row">計</Th>
          <Td numeric label="照会">
            {rows.reduce((sum, { asked }) => sum + asked, 0)}件
          </Td>
          {answered && total && <Answered counts={total} overdue={false} />}
          <Td />
          {keys && <Td />}
        </Tr>
      </TBody>
    </Table>
  );
}

function Answered({ counts, overdue }: { counts: BoardCounts; overdue: boolean }) {
  const { asked, accepted, submitted, inTime, late } = counts;
  const missing = asked - inTime - late;
  return (
    <>
      <Td numeric label="提出・受理">
        {accepted + submitted}／{asked}
      </Td>
      <Td numeric label={timelinessLabels.in_time}>
        {inTime}
      </Td>
      <Td numeric label={timelinessLabels.late}>
        {late > 0 ? <TimelinessMark timeliness="late" count={late} /> : 0}
      </Td>
      <Td numeric label={timelinessLabels.missing}>
        {missing}
        {missing > 0 && overdue && (
          <Tag tone="red" className="ml-2">
            期限超過
          </Tag>
        )}
      </Td>
    </>
  );
}

function DueDay({ row }: { row: RoundRow }) {
  const last = row.extensions.at(-1);
  return (
    <>
      {dayText(row.dueOn)}
      {last && (
        <>
          <Tag tone="blue" className="ml-2">
            期限延長
          </Tag>
          <span className="mt-1 block text-note whitespace-pre-line text-solid-gray-700">
            {last.reason}
          </span>
        </>
      )}
    </>
  );
}
