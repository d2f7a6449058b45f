import { textWidth } from "#app/components/charts/label-placement.ts";
import { Hatching } from "#app/components/charts/patterns.tsx";
import { type Picture, type PictureWords, picture } from "#app/components/charts/picture.tsx";
import type { Sign } from "#app/components/charts/roadmap-signs.tsx";
import { MarkGlyph } from "#app/components/evaluation/mark-glyph.tsx";
import { listText } from "#app/i18n/list.ts";
import { outlineSource } from "./map-legend.tsx";
import type { MapArea, MapStep } from "./map-shades.ts";
import { mapHeight, PrefectureMap } from "./prefecture-map.tsx";

/** An organisation in a picture: what it answered, as the table has it, and the figure that its bar is of. */
export type PictureRow = { name: string; words: string; value: string | null };

const map = { width: 290, gap: 30 };
const bars = { width: 390, narrowest: 28, widest: 40, name: 96 };

/** The map of an indicator with the figures of all organisations beside it, as a drawing of its own. */
export function comparisonPicture(
  {
    areas,
    steps,
    rows,
  }: { areas: Map<string, MapArea>; steps: readonly MapStep[]; rows: readonly PictureRow[] },
  words: Omit<PictureWords, "description" | "notes"> & { notes: readonly string[] },
): Picture {
  const description = listText(rows.map(({ name, words: answer }) => `${name} ${answer}`));
  const size = {
    width: map.width + map.gap + bars.width,
    height: Math.max(mapHeight(map.width), rows.length * bars.narrowest + 8),
  };
  const line = Math.min(bars.widest, (size.height - 8) / Math.max(1, rows.length));
  return picture(
    { ...words, description, notes: [...words.notes, outlineSource()] },
    steps.map(signOf),
    size,
    ({ x, y }) => (
      <>
        <PrefectureMap of={areas} title={words.title} place={{ x, y, width: map.width }} />
        <Bars rows={rows} line={line} x={x + map.width + map.gap} y={y + 8} />
      </>
    ),
  );
}

function signOf({ fill, mark, words }: MapStep): Sign {
  return {
    word: words,
    drawing: (
      <>
        {fill === null && <Hatching id="picture-missing" />}
        <rect
          width={mark ? 11 : 22}
          height="12"
          fill={fill === null ? "url(#picture-missing)" : undefined}
          className={`stroke-solid-gray-700 ${fill ?? ""}`}
        />
        {mark && (
          <MarkGlyph symbol={mark.symbol} tone={mark.tone} x={13} y={0} size={12} className="" />
        )}
      </>
    ),
  };
}

/** A bar for every figure, from zero, with the figure after it; words where there is none. */
function Bars({
  rows,
  line,
  x,
  y,
}: {
  rows: readonly PictureRow[];
  /** From one bar to the next. */
  line: number;
  x: number;
  y: number;
}) {
  const numbers = rows.flatMap(({ value }) => (value === null ? [] : [Number(value)]));
  const [least, greatest] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const longest = Math.max(...rows.map(({ words }) => textWidth(words, 12.5)));
  const room = Math.max(60, bars.width - bars.name - longest - 14);
  const bar = Math.min(20, line * 0.55);
  const scale = (value: number) => ((value - least) / (greatest - least || 1)) * room;
  return rows.map(({ name, words, value }, index) => {
    const top = y + index * line;
    const [from, to] = [Math.min(0, Number(value ?? 0)), Math.max(0, Number(value ?? 0))].map(
      scale,
    );
    return (
      <g key={name} transform={`translate(${x} ${top})`}>
        <text
          x={bars.name - 10}
          y="15"
          textAnchor="end"
          className="fill-solid-gray-900 text-[13px]"
        >
          {name}
        </text>
        {value !== null && (
          <rect
            x={bars.name + (from ?? 0)}
            y={11 - bar / 2}
            width={Math.max(0.5, (to ?? 0) - (from ?? 0))}
            height={bar}
            className="fill-blue-600"
          />
        )}
        <text
          x={value === null ? bars.name + 2 : bars.name + scale(Math.max(0, Number(value))) + 6}
          y="15.5"
          className={`${value === null ? "fill-solid-gray-600" : "fill-solid-gray-900"} tabular-nums text-[12.5px]`}
        >
          {words}
        </text>
        <line
          x1={bars.name + scale(0)}
          x2={bars.name + scale(0)}
          y1="-3"
          y2={line - 3}
          className="stroke-solid-gray-700"
        />
      </g>
    );
  });
}
