import { type DisplayMark, MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import type { AssessmentKind } from "#app/domain/evaluation/assessment.ts";
import { momentText } from "#app/i18n/labels.ts";

/** A mark or an outlook in the words of its scale, or that it was taken back. */
export function AssessedValue({
  value,
  scale,
}: {
  value: string | null;
  scale: readonly DisplayMark[];
}) {
  if (value === null) return "取り消し";
  const step = scale.find((candidate) => candidate.symbol === value);
  return step ? <MarkBadge mark={step} /> : value;
}

/** Everything that was set and taken back, newest first. */
export function AssessmentHistory({
  versions,
  scales,
}: {
  versions: readonly {
    kind: AssessmentKind;
    version: number;
    value: string | null;
    reason: string;
    author: string | null;
    organisation: string;
    createdAt: Date;
  }[];
  scales: Record<AssessmentKind, readonly DisplayMark[]>;
}) {
  return (
    <Table caption="判断の履歴" captionHidden minWidth="lg" dense stacks>
      <THead>
        <Tr>
          <Th>種類</Th>
          <Th>内容</Th>
          <Th>理由</Th>
          <Th>記録</Th>
        </Tr>
      </THead>
      <TBody>
        {versions.map((row) => (
          <Tr key={`${row.kind} ${row.version}`}>
            <Th scope="row" nowrap>
              {row.kind === "mark" ? "評価の上書き" : "達成見込み"}
            </Th>
            <Td label="内容">
              <AssessedValue value={row.value} scale={scales[row.kind]} />
            </Td>
            <Td label="理由" className="whitespace-pre-line">
              {row.reason}
            </Td>
            <Td label="記録">
              {row.author ? momentText(row.createdAt) : "公表資料から登録"}
              <span className="block">
                {row.organisation}　{row.author}
              </span>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
