import { Figure } from "#app/components/evaluation/figure.tsx";
import { printedText } from "#app/components/rollup/printed-text.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import type {
  SheetIndicator,
  SheetResult,
  TargetCell,
} from "#app/domain/sheet/evaluation-sheet.ts";
import { formatFigure } from "#app/i18n/figure.ts";
import { absenceWords, boundWords, noMarkWords, targetSource } from "#app/i18n/sheet.ts";
import { Sign } from "./sign.tsx";

/** A target: its figure with 以上 or 以内, or its words. */
export function Target({ target, unit }: { target: TargetCell; unit?: string }) {
  if (target.value === null) return <span className="sheet-words">{target.text}</span>;
  const source = targetSource(target);
  return (
    <>
      <Figure value={target.value} unit={unit} />
      {boundWords(target.bound)}
      {source && <span className="block text-note text-solid-gray-700">{source}</span>}
    </>
  );
}

/** What came of a year: figure or words, or why there is neither. */
export function Actual({
  result,
  unit,
  demo = result.isDemo,
}: {
  result: SheetResult;
  unit?: string;
  /** False where a whole row says it. */
  demo?: boolean;
}) {
  const absent = absenceWords(result);
  if (absent !== null) return <span className="text-solid-gray-700">{absent}</span>;
  return (
    <Figure
      value={result.value}
      unit={unit}
      text={result.text}
      partial={result.partial}
      provisional={result.provisional}
      demo={demo}
      className={result.value === null ? "sheet-words" : ""}
    />
  );
}

/** A mark as its sign alone, for narrow columns; the legend under the table has the words. */
export function MarkSign({ result, marks }: { result: SheetResult; marks: Rubric["marks"] }) {
  const mark = marks.find((candidate) => candidate.symbol === result.mark);
  if (mark) return <Sign step={mark} />;
  if (result.mark !== null) return <span>{result.mark}</span>;
  return <span className="text-note text-solid-gray-700">{noMarkWords(result)}</span>;
}

/** The figure of the baseline with its date, or its words. */
export function Baseline({ indicator }: { indicator: SheetIndicator }) {
  const { value, text, asOf } = indicator.baseline;
  if (value === null)
    return <span className="sheet-words">{text ? printedText(text) : formatFigure(null)}</span>;
  return (
    <>
      <Figure value={value} unit={indicator.unit} />
      {asOf && <span className="block text-note text-solid-gray-700">{asOf}</span>}
    </>
  );
}
