import { type Picture, type PictureWords, picture } from "#app/components/charts/picture.tsx";
import type { RoadmapData, RoadmapPoint } from "#app/components/charts/roadmap-data.ts";
import { describeRoadmap } from "#app/components/charts/roadmap-words.ts";
import { textLines } from "#app/components/charts/text-lines.ts";
import { MarkGlyph, toneFill } from "#app/components/evaluation/mark-glyph.tsx";
import { formatFigure } from "#app/i18n/figure.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";

const size = { width: 660, gap: 14, text: 12.5, line: 18, most: 12 };

/** Milestones in words as a drawing of its own: a column for each year, as `MilestoneStrip` has them. */
export function milestonePicture(
  data: RoadmapData,
  words: Omit<PictureWords, "description" | "notes">,
): Picture {
  const { points } = data;
  const column = (size.width + size.gap) / Math.max(1, points.length);
  const columns = points.map((point) => columnOf(point, column - size.gap));
  const targetLines = Math.max(1, ...columns.map(({ target }) => target.length));
  const actualLines = Math.max(1, ...columns.map(({ actual }) => actual.length));
  const actualAt = 62 + targetLines * size.line;
  const markAt = actualAt + 22 + actualLines * size.line;
  return picture(
    { ...words, description: describeRoadmap(data), notes: [] },
    [],
    { width: size.width, height: markAt + 24 },
    (place) =>
      columns.map(({ point, target, actual }, index) => {
        const answered = point.actualText != null || point.actual !== null;
        return (
          <g
            key={point.fy}
            transform={`translate(${place.x + index * column} ${place.y})`}
            className="fill-solid-gray-900 text-[12.5px]"
          >
            <path
              d={`M0 2H${column - size.gap}`}
              strokeWidth="4"
              strokeDasharray={answered ? undefined : "6 4"}
              className={answered ? "stroke-blue-900" : "stroke-solid-gray-300"}
            />
            <text y="24" className="text-[13px] font-bold">
              {fiscalYearShort(point.fy)}
            </text>
            <Lines label={t`目標`} lines={target} y={46} />
            <Lines label={t`実績`} lines={actual} y={actualAt} />
            {point.mark && (
              <>
                <MarkGlyph
                  symbol={point.mark.symbol}
                  tone={point.mark.tone}
                  x={0}
                  y={markAt}
                  size={15}
                  className=""
                />
                <text x="20" y={markAt + 12} className={`font-bold ${toneFill[point.mark.tone]}`}>
                  {point.mark.label}
                </text>
              </>
            )}
          </g>
        );
      }),
  );
}

function columnOf(point: RoadmapPoint, width: number) {
  const lines = (text: string) => textLines(text, size.text, width, size.most);
  return {
    point,
    target: lines(point.targetText ?? point.target ?? formatFigure(null)),
    actual: lines(point.actualText ?? point.actual ?? point.absence ?? formatFigure(null)),
  };
}

function Lines({ label, lines, y }: { label: string; lines: readonly string[]; y: number }) {
  return (
    <>
      <text y={y} className="fill-solid-gray-600 text-[11.5px]">
        {label}
      </text>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
        <text key={index} y={y + (index + 1) * size.line}>
          {line}
        </text>
      ))}
    </>
  );
}
