import type { ReactNode } from "react";
import { textWidth } from "#app/components/charts/label-placement.ts";
import type { Sign } from "#app/components/charts/roadmap-signs.tsx";
import { textLines } from "#app/components/charts/text-lines.ts";
import { locale } from "#app/i18n/locale.ts";
import { t } from "#app/i18n/t.ts";

/** What stands around a drawing that leaves the portal, so that it is understood by itself. */
export type PictureWords = {
  title: string;
  /** What it is of: plan, KPI, unit, year. */
  facts: readonly string[];
  /** The drawing in words. */
  description: string;
  /** Made-up figures are among it. */
  demo: boolean;
  notes: readonly string[];
  /** Whose figures of when. */
  source: readonly string[];
};

export type Picture = { width: number; height: number; drawing: ReactNode };

const margin = 28;
const title = { size: 20, line: 28 };
const fact = { size: 13, line: 20 };
const sign = { size: 12.5, line: 22, gap: 18 };
const note = { size: 11.5, line: 18 };

/**
 * A drawing as a whole: its title and facts, the signs in words, the drawing, its notes and its source.
 * `children` draws from the place that it is given, in a room of `size`.
 */
export function picture(
  words: PictureWords,
  signs: readonly Sign[],
  size: { width: number; height: number },
  children: (place: { x: number; y: number }) => ReactNode,
): Picture {
  const { width: inner } = size;
  const width = inner + margin * 2;
  const titleLines = textLines(words.title, title.size, inner - (words.demo ? 64 : 0));
  const factLines = words.facts.flatMap((line) => textLines(line, fact.size, inner));
  const signPlaces = placeSigns(signs, inner);
  const notes = words.demo
    ? [...words.notes, t`「デモ」の値は説明用の架空のものです。`]
    : words.notes;
  const noteLines = notes.flatMap((line) => textLines(line, note.size, inner));
  const sourceLines = words.source.flatMap((line) => textLines(line, note.size, inner));

  const titleAt = margin + title.size;
  const factsAt = titleAt + (titleLines.length - 1) * title.line + 26;
  const signsAt = factsAt + factLines.length * fact.line + 8;
  const signRows = Math.max(0, ...signPlaces.map(({ row }) => row + 1));
  const drawingAt = signsAt + signRows * sign.line + (signRows > 0 ? 6 : 0);
  const notesAt = drawingAt + size.height + 14 + note.size;
  const ruleAt = notesAt + noteLines.length * note.line;
  const sourceAt = ruleAt + 6 + note.size;
  const height = sourceAt + (sourceLines.length - 1) * note.line + margin - 4;
  const lines = (texts: readonly string[], from: number, step: number, looks: string) =>
    texts.map((text, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
      <text key={index} x={margin} y={from + index * step} className={looks}>
        {text}
      </text>
    ));
  const drawing = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby="picture-title picture-desc"
      lang={locale()}
      className="font-sans"
    >
      <title id="picture-title">{words.title}</title>
      <desc id="picture-desc">{words.description}</desc>
      <rect width={width} height={height} className="fill-white" />
      {lines(titleLines, titleAt, title.line, "fill-solid-gray-900 text-[20px] font-bold")}
      {words.demo && <Demo x={width - margin} y={margin} />}
      {lines(factLines, factsAt, fact.line, "fill-solid-gray-700 text-[13px]")}
      {signPlaces.map(({ word, drawing, x, row }) => (
        <g key={word} transform={`translate(${margin + x} ${signsAt + row * sign.line - 10})`}>
          <g className="fill-none">{drawing}</g>
          <text x="30" y="10.5" className="fill-solid-gray-700 text-[12.5px]">
            {word}
          </text>
        </g>
      ))}
      {children({ x: margin, y: drawingAt })}
      {lines(noteLines, notesAt, note.line, "fill-solid-gray-700 text-[11.5px]")}
      <line
        x1={margin}
        x2={width - margin}
        y1={ruleAt - 6}
        y2={ruleAt - 6}
        className="stroke-solid-gray-420"
      />
      {lines(sourceLines, sourceAt, note.line, "fill-solid-gray-600 text-[11.5px]")}
    </svg>
  );
  return { width, height, drawing };
}

/** The signs in rows from the left. */
function placeSigns(signs: readonly Sign[], width: number) {
  let x = 0;
  let row = 0;
  return signs.map((each) => {
    // Some fonts set digits wider than estimated.
    const own = 30 + textWidth(each.word, sign.size) * 1.1;
    if (x > 0 && x + own > width) {
      x = 0;
      row += 1;
    }
    const place = { ...each, x, row };
    x += own + sign.gap;
    return place;
  });
}

/** Says on the drawing itself that its figures are made up; right-aligned to a corner. */
function Demo({ x, y }: { x: number; y: number }) {
  return (
    <g>
      <rect
        x={x - 54}
        y={y}
        width="54"
        height="24"
        rx="4"
        className="fill-yellow-50 stroke-yellow-900"
      />
      <text
        x={x - 27}
        y={y + 17}
        textAnchor="middle"
        className="fill-yellow-1100 text-[13px] font-bold"
      >
        {t`デモ`}
      </text>
    </g>
  );
}
