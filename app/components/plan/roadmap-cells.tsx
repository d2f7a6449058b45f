import type { RoadmapCell } from "#app/domain/evaluation/expectation.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";

/** A roadmap in a line: each year with what is printed in its column. */
export function RoadmapCells({ cells }: { cells: readonly RoadmapCell[] }) {
  if (cells.length === 0) return <>－</>;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
      {cells.map(({ fy, spanFrom, text }) => (
        <li key={`${fy} ${text}`} className="tabular-nums">
          {fy !== null && (
            <span className="mr-1 text-solid-gray-600">
              {spanFrom !== null && `${fiscalYearShort(spanFrom)}～`}
              {fiscalYearShort(fy)}
            </span>
          )}
          {text}
        </li>
      ))}
    </ul>
  );
}
