import type { ReasonLine } from "#app/i18n/changes.ts";

/** Why something was seen otherwise, each reason with what was said of it and who took it in. */
export function Reasons({
  lines,
  otherwise,
}: {
  lines: readonly ReasonLine[];
  /** Where no reason is known. */
  otherwise: string | null;
}) {
  if (lines.length === 0) return otherwise ?? <span className="text-solid-gray-600">－</span>;
  return (
    <ul className="space-y-1.5">
      {lines.map(({ text, note, by }) => (
        <li key={`${text} ${by}`}>
          {text}
          {note && <span className="block whitespace-pre-line text-solid-gray-700">{note}</span>}
          {by && <span className="block text-note text-solid-gray-600">{by}</span>}
        </li>
      ))}
    </ul>
  );
}
