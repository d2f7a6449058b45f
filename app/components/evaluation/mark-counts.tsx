import { Fragment } from "react";
import { patternFill } from "#app/components/charts/patterns.tsx";
import { type DisplayMark, MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import type { MarkTone } from "#app/domain/rubric/rubric.ts";
import { inSentence, listText } from "#app/i18n/list.ts";
import { t } from "#app/i18n/t.ts";

export type MarkCount = DisplayMark & { count: number };

export type MarkCountsProps = {
  /** Best first, as the rubric lists them. */
  counts: readonly MarkCount[];
  /** Everything reported in part: no mark yet. */
  withheld?: number;
  /** Nothing reported. */
  unreported?: number;
  /** Answered, but there is no figure: 調査中, 対象外. */
  noFigure?: number;
  /** What is counted. */
  unit?: string;
  /** Names the bar: 「しごとづくりPT　KPIの評価」. */
  label: string;
  /** `bar` without the legend, for table rows; the words are then in its accessible name. */
  variant?: "full" | "bar";
  className?: string;
};

/** The colours of a bar by tone, and of what is written on them. */
export const barFills: Record<MarkTone, string> = {
  excellent: "fill-blue-900",
  good: "fill-green-800",
  fair: "fill-yellow-500",
  poor: "fill-red-900",
  none: "fill-solid-gray-420",
};
export const barInks: Record<MarkTone, string> = {
  excellent: "fill-white",
  good: "fill-white",
  fair: "fill-black",
  poor: "fill-white",
  none: "fill-black",
};

/** How many carry each mark, as one bar and in words; 判定保留 and 未報告 stay visible. */
export function MarkCounts({
  counts,
  withheld = 0,
  unreported = 0,
  noFigure = 0,
  unit = t`指標`,
  label,
  variant = "full",
  className = "",
}: MarkCountsProps) {
  const noFigureLabel = t`値なし（調査中・対象外など）`;
  const parts = [
    ...counts.map((mark) => ({
      key: mark.symbol,
      label: mark.label,
      count: mark.count,
      fill: barFills[mark.tone],
      ink: barInks[mark.tone],
      sign: mark.symbol,
      pattern: undefined as string | undefined,
    })),
    {
      key: "withheld",
      label: t`判定保留`,
      count: withheld,
      fill: "",
      ink: "",
      sign: "",
      pattern: patternFill.withheld,
    },
    {
      key: "no-figure",
      label: noFigureLabel,
      count: noFigure,
      fill: "fill-solid-gray-200",
      ink: "",
      sign: "",
      pattern: undefined as string | undefined,
    },
    {
      key: "unreported",
      label: t`未報告`,
      count: unreported,
      fill: "",
      ink: "",
      sign: "",
      pattern: patternFill.missing,
    },
  ].filter((part) => part.count > 0);
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  const spoken = listText(parts.map((part) => t`${part.label}${part.count}`));
  const full = variant === "full";
  const height = full ? 26 : 12;
  let before = 0;
  return (
    <div className={`w-full ${full ? "" : "flex h-[1lh] items-center"} ${className}`}>
      <svg
        role="img"
        aria-label={t`${label}：全${total}${inSentence(unit)}中、${spoken || t`なし`}`}
        width="100%"
        height={height}
        className="block"
      >
        {total === 0 && <rect width="100%" height={height} className="fill-solid-gray-50" />}
        {parts.map((part) => {
          const x = percent(before, total);
          const width = percent(part.count, total);
          before += part.count;
          return (
            <Fragment key={part.key}>
              <rect
                x={`${x}%`}
                width={`${width}%`}
                height={height}
                fill={part.pattern}
                className={`stroke-white stroke-2 ${part.fill}`}
              />
              {full && width >= 5 && part.ink && (
                <text
                  x={`${x + width / 2}%`}
                  y={height / 2 + 5}
                  textAnchor="middle"
                  className={`text-[14px] font-bold tabular-nums ${part.ink}`}
                >
                  {width >= 9 && `${part.sign} `}
                  {part.count}
                </text>
              )}
            </Fragment>
          );
        })}
      </svg>
      {full && (
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-dns-14N-130">
          {counts.map((mark) => (
            <Legend key={mark.symbol} count={mark.count}>
              <MarkBadge mark={mark} />
            </Legend>
          ))}
          {withheld > 0 && (
            <Legend count={withheld}>
              <Swatch pattern={patternFill.withheld} />
              {t`判定保留`}
            </Legend>
          )}
          {noFigure > 0 && (
            <Legend count={noFigure}>
              <Swatch className="fill-solid-gray-200" />
              {noFigureLabel}
            </Legend>
          )}
          {unreported > 0 && (
            <Legend count={unreported}>
              <Swatch pattern={patternFill.missing} />
              {t`未報告`}
            </Legend>
          )}
        </ul>
      )}
    </div>
  );
}

/** A share of a whole for drawing, with the two digits that a screen can show. */
function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 100;
}

function Legend({ count, children }: { count: number; children: React.ReactNode }) {
  return (
    <li className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {children}
      <span className="font-bold tabular-nums">{count}</span>
    </li>
  );
}

function Swatch({ pattern, className = "" }: { pattern?: string; className?: string }) {
  return (
    <svg aria-hidden="true" width="18" height="12">
      <rect
        x="0.5"
        y="0.5"
        width="17"
        height="11"
        fill={pattern}
        className={`stroke-solid-gray-420 ${className}`}
      />
    </svg>
  );
}
