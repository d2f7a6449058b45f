import type { CountTable } from "#app/domain/sheet/counts.ts";
import { openLabels } from "#app/i18n/sheet.ts";
import { Sign } from "./sign.tsx";

/** The heads of a table's columns that count marks, and what has none yet. */
export function MarkHeads({ marks, open }: Pick<CountTable, "marks" | "open">) {
  return (
    <>
      {marks.map((mark) => (
        <th key={mark.symbol} scope="col">
          <Sign step={mark} />
        </th>
      ))}
      {open.map((kind) => (
        <th key={kind} scope="col" className="text-note">
          {openLabels[kind]}
        </th>
      ))}
    </>
  );
}
