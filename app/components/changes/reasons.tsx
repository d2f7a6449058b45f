import type { ReasonLine } from "#app/i18n/changes.ts";
import { formatFigure } from "#app/i18n/figure.ts";

/** With more answers than that each says its figure only; who took it in stands on its own page. */
const mostInFull = 4;

/** Why something was seen otherwise, each reason with what was said of it and who took it in. */
export function Reasons({
  lines,
  otherwise,
}: {
  lines: readonly ReasonLine[];
  /** Where no reason is known. */
  otherwise: string | null;
}) {
  if (lines.length === 0)
    return otherwise ?? <span className="text-solid-gray-600">{formatFigure(null)}</span>;
  const inFull = lines.length <= mostInFull;
  return (
    <ul className={inFull ? "space-y-1.5" : ""}>
      {lines.map(({ text, note, by }) => (
        <li key={`${text} ${by}`}>
          {text}
          {note && <span className="block whitespace-pre-line text-solid-gray-700">{note}</span>}
          {by && inFull && <span className="block text-note text-solid-gray-600">{by}</span>}
        </li>
      ))}
    </ul>
  );
}
