import { patternFill } from "#app/components/charts/patterns.tsx";
import { barFills, barInks } from "#app/components/evaluation/mark-counts.tsx";
import { MarkGlyph, toneInk } from "#app/components/evaluation/mark-glyph.tsx";
import type { NodeSummary } from "#app/domain/rollup/summary.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { listText } from "#app/i18n/list.ts";
import { t } from "#app/i18n/t.ts";

/** How many carry each mark, as a bar across the slide and as words that are read from the last row. */
export function BigCounts({
  summary,
  rubric,
  label,
  small = false,
}: {
  summary: NodeSummary;
  rubric: Pick<Rubric, "marks">;
  label: string;
  /** The bar alone, for the rows of a table. */
  small?: boolean;
}) {
  const marks = rubric.marks
    .filter(({ counted }) => counted)
    .map((mark) => ({ ...mark, count: summary.counts[mark.symbol] ?? 0 }))
    .filter(({ count, byHand }) => count > 0 || !byHand);
  const open = [
    { label: t`判定保留`, count: summary.incomplete, pattern: patternFill.withheld },
    { label: t`値なし`, count: summary.noFigure, pattern: null },
    { label: t`未報告`, count: summary.notReported, pattern: patternFill.missing },
  ].filter(({ count }) => count > 0);
  const parts = [
    ...marks.map(({ symbol, label: name, tone, count }) => ({
      name,
      count,
      fill: undefined,
      className: barFills[tone],
      ink: barInks[tone],
      symbol,
    })),
    ...open.map(({ label: name, count, pattern }) => ({
      name,
      count,
      fill: pattern ?? undefined,
      className: pattern ? "" : "fill-solid-gray-200",
      ink: "",
      symbol: "",
    })),
  ].filter(({ count }) => count > 0);
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return (
    <div>
      <svg
        role="img"
        aria-label={t`${label}：${listText(parts.map(({ name, count }) => `${name} ${count}`))}`}
        width="100%"
        className={`block ${small ? "h-[1em]" : "h-[2.4em]"}`}
      >
        {total === 0 && <rect width="100%" height="100%" className="fill-solid-gray-50" />}
        {parts.map(({ name, count, fill, className, ink, symbol }) => {
          const [x, width] = [share(before, total), share(count, total)];
          before += count;
          return (
            <g key={name}>
              <rect
                x={`${x}%`}
                width={`${width}%`}
                height="100%"
                fill={fill}
                className={`stroke-white stroke-2 ${className}`}
              />
              {!small && ink && width >= 4 && (
                <text
                  x={`${x + width / 2}%`}
                  y="50%"
                  dy="0.36em"
                  textAnchor="middle"
                  className={`text-[1.3em] font-bold tabular-nums ${ink}`}
                >
                  {width >= 9 ? `${symbol} ${count}` : count}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      {!small && (
        <ul className="mt-[0.4em] flex flex-wrap gap-x-[1.1em] gap-y-[0.1em] text-[0.92em] leading-130">
          {marks.map(({ symbol, label: name, tone, count }) => (
            <li key={symbol} className={`inline-flex items-center gap-[0.35em] ${toneInk[tone]}`}>
              <MarkGlyph symbol={symbol} tone={tone} className="size-[1.1em]" />
              {name}
              <b className="text-[1.3em] text-solid-gray-900 tabular-nums">{count}</b>
            </li>
          ))}
          {open.map(({ label: name, count, pattern }) => (
            <li key={name} className="inline-flex items-center gap-[0.35em]">
              <svg aria-hidden="true" className="h-[0.8em] w-[1.3em]">
                <rect
                  width="100%"
                  height="100%"
                  fill={pattern ?? undefined}
                  className={`stroke-solid-gray-420 stroke-2 ${pattern ? "" : "fill-solid-gray-200"}`}
                />
              </svg>
              {name}
              <b className="text-[1.3em] text-solid-gray-900 tabular-nums">{count}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A share of a whole for drawing, with the two digits that a screen can show. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}
