import { Button } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { GroupRow, Table, TBody, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { importButtons } from "#app/i18n/import.ts";
import type { Preview, RefusedPreview, PreviewRow as Row } from "./preview-data.ts";
import { PreviewRow } from "./preview-row.tsx";
import { UntakenRows } from "./untaken-rows.tsx";

/** What would come of a file, row by row: what must be looked at first, then what simply changes. */
export function PreviewForm({
  preview,
  requestKey,
  mayApply,
  handsIn,
  refused,
}: {
  preview: Preview;
  requestKey: string;
  mayApply: boolean;
  handsIn: "propose" | "submit";
  refused: RefusedPreview | null;
}) {
  const groups = groupsOf(preview.rows).filter(({ rows }) => rows.length > 0);
  const takes = preview.rows.some(
    ({ standing }) => standing === "changed" || standing === "conflict",
  );
  return (
    <form method="post" noValidate aria-label="取込の内容">
      <input type="hidden" name="requestKey" value={requestKey} />
      {groups.length === 0 ? (
        <EmptyState title="変更はありません">
          ファイルの内容は、保存されている内容と同じです。
        </EmptyState>
      ) : (
        <Table caption="ファイルによる変更" captionHidden stickyHead stacks dense minWidth="lg">
          <THead>
            <Tr>
              <Th className="w-20">取り込む</Th>
              <Th className="w-[32%]">指標</Th>
              <Th>変更の内容</Th>
              <Th className="w-24">状態</Th>
            </Tr>
          </THead>
          {groups.map(({ title, rows }) => (
            <TBody key={title}>
              <GroupRow colSpan={4}>
                {title}　{rows.length}件
              </GroupRow>
              {rows.map((row) => (
                <PreviewRow key={row.key} row={row} mayApply={mayApply} refused={refused} />
              ))}
            </TBody>
          ))}
        </Table>
      )}
      <UntakenRows preview={preview} />
      {mayApply && (
        <div className="mt-8 flex flex-wrap gap-3">
          {takes && (
            <>
              <Button name="intent" value="save" size="lg">
                {importButtons.save}
              </Button>
              <Button name="intent" value="submit" size="lg" variant="outline">
                {importButtons[handsIn]}
              </Button>
            </>
          )}
          <Button name="intent" value="discard" size="lg" variant="text">
            取り込まない
          </Button>
        </div>
      )}
    </form>
  );
}

function groupsOf(rows: readonly Row[]): { title: string; rows: Row[] }[] {
  const needs = (row: Row) =>
    row.standing === "conflict" ||
    row.standing === "rejected" ||
    (row.standing === "changed" && (row.needsNote || isMixed(row)));
  return [
    { title: "確認が必要な行", rows: rows.filter(needs) },
    { title: "変更する行", rows: rows.filter((row) => row.standing === "changed" && !needs(row)) },
    { title: "変更できない行", rows: rows.filter(({ standing }) => standing === "locked") },
  ];
}

/** One side changed one part of an answer and the other side another. */
function isMixed({ cells }: Row): boolean {
  return cells.some(({ standing }) => standing === "theirs");
}
