import { memo } from "react";
import { Term } from "#app/components/guide/term.tsx";
import { GroupRow, Table, TBody, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { entryColumnLabels } from "#app/i18n/entry.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import type { EntryGroup } from "./entry-data.ts";
import { type EntryGrid, EntryRow } from "./entry-row.tsx";

const widths = { first: "w-[13%]", second: "w-[12%]", quality: "w-[7rem]", note: "" } as const;

/** All figures that an organisation owes, under their PTs and projects. Drawn once; its rows by themselves. */
export const EntryTable = memo(function EntryTable({
  grid,
  groups,
  caption,
}: {
  grid: EntryGrid;
  groups: readonly EntryGroup[];
  caption: string;
}) {
  const width = 4 + grid.columns.length;
  return (
    <Table caption={caption} captionHidden stickyHead stacks dense fixed minWidth="xl">
      <THead>
        <Tr>
          <Th className="w-[24%]">指標</Th>
          <Th numeric className="w-[9%]">
            前回
          </Th>
          <Th numeric className="w-[10%]">
            {fiscalYearShort(grid.fy)}目標（域内）
          </Th>
          {grid.columns.map((column) => (
            <Th key={column} className={widths[column]}>
              {column === "quality" ? (
                <Term of="quality">{entryColumnLabels.quality}</Term>
              ) : (
                entryColumnLabels[column]
              )}
            </Th>
          ))}
          <Th className="w-[10%]">状態</Th>
        </Tr>
      </THead>
      {groups.map(({ goal, home, rows }) => (
        <TBody key={home.code}>
          <GroupRow colSpan={width}>
            {goal.name}
            {home.kind !== "goal" && `　＞　${home.name}`}
          </GroupRow>
          {rows.map((question) => (
            <EntryRow key={question.key} grid={grid} question={question} />
          ))}
        </TBody>
      ))}
    </Table>
  );
});
