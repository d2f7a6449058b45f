import type { ReactNode } from "react";
import { SheetTable } from "#app/components/sheet/sheet-table.tsx";
import { type FiscalYear, yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { Activity } from "#app/domain/sheet/evaluation-sheet.ts";
import { type Stretch, scheduleRows } from "#app/domain/sheet/schedule.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";

/**
 * The schedule of activities (主な取組) by fiscal year: a text in the column of its year, on a bar
 * with an arrow to the year up to which it goes on. A table, so that it is read as it is seen.
 */
export function ScheduleBars({
  activities,
  firstFy,
  lastFy,
  caption,
  stateOf,
}: {
  activities: readonly Activity[];
  firstFy: FiscalYear;
  lastFy: FiscalYear;
  caption: string;
  /** How each gets on, by its place in the list: a column of its own beside the names. */
  stateOf?: (index: number) => ReactNode;
}) {
  const years = yearRange(firstFy, lastFy);
  return (
    <SheetTable caption={caption}>
      <thead>
        <tr>
          <th scope="col" className={stateOf ? "w-[22%]" : "w-[28%]"}>
            {t`主な取組`}
          </th>
          {stateOf && (
            <th scope="col" className="w-[24%]">
              {t`状況`}
            </th>
          )}
          {years.map((fy) => (
            <th key={fy} scope="col">
              {fiscalYearShort(fy)}
            </th>
          ))}
        </tr>
      </thead>
      {scheduleRows(activities, years).map(({ name, lines }, place) => (
        <tbody key={name}>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
            <tr key={index}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={lines.length}>
                  {name}
                </th>
              )}
              {index === 0 && stateOf && <td rowSpan={lines.length}>{stateOf(place)}</td>}
              {line.map((stretch) => (
                <td key={stretch.from} colSpan={stretch.to - stretch.from + 1} data-bar>
                  {stretch.bar && <Bar {...stretch} bar={stretch.bar} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </SheetTable>
  );
}

/** A bar of a schedule in its stretch of columns: the text, over an arrow where it goes on. */
export function Bar({ from, to, bar }: Stretch & { bar: NonNullable<Stretch["bar"]> }) {
  return (
    <>
      <span className="block">{bar.text}</span>
      {bar.continues && (
        <>
          <span className="sr-only">
            {t`（${fiscalYearShort(from)}から${fiscalYearShort(to)}まで）`}
          </span>
          <svg aria-hidden="true" width="100%" height="10" className="mt-1 block overflow-visible">
            <line x1="1" y1="1" x2="1" y2="9" className="stroke-blue-900" strokeWidth="2" />
            <line x1="0" y1="5" x2="100%" y2="5" className="stroke-blue-900" strokeWidth="2" />
            <svg x="100%" width="1" height="10" overflow="visible" aria-hidden="true">
              <path d="M-9 0 L0 5 L-9 10 Z" className="fill-blue-900" />
            </svg>
          </svg>
        </>
      )}
    </>
  );
}
