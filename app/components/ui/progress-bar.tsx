import { patternFill } from "#app/components/charts/patterns.tsx";
import { inSentence } from "#app/i18n/list.ts";
import { t } from "#app/i18n/t.ts";

export type ProgressBarProps = {
  value: number;
  total: number;
  /** Counter word: 団体, 件, 指標. */
  unit?: string;
  /** What is counted, for the accessible name: 「報告済み」. */
  label: string;
  /** Shows the label over the bar. */
  labelVisible?: boolean;
  size?: "sm" | "md";
  className?: string;
};

const gap = 2;

/** How complete something is: one cell for each of a few, a plain bar for many; missing is hatched. */
export function ProgressBar({
  value,
  total,
  unit = t`団体`,
  label,
  labelVisible = false,
  size = "md",
  className = "",
}: ProgressBarProps) {
  const complete = total > 0 && value >= total;
  const cells = total > 1 && total <= 14 && !complete;
  const width = 120;
  const step = cells ? (width + gap) / total : width;
  const share = total === 0 ? 0 : Math.min(1, Math.max(0, value / total));
  const height = size === "sm" ? 8 : 10;
  const tint = complete ? "fill-green-800" : "fill-blue-900";
  return (
    <div className={`inline-flex flex-col gap-1 ${className}`}>
      {labelVisible && <span className="text-eyebrow text-solid-gray-600">{label}</span>}
      <span className="inline-flex flex-wrap items-center gap-x-2">
        <svg
          role="img"
          aria-label={t`${label} ${value}／${total}${inSentence(unit)}`}
          width={size === "sm" ? 72 : width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          className="shrink-0"
        >
          {cells ? (
            Array.from({ length: total }, (_, index) => (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity
                key={index}
                x={Math.round(index * step * 10) / 10}
                width={Math.round((step - gap) * 10) / 10}
                height={height}
                fill={index < value ? undefined : patternFill.missing}
                className={index < value ? tint : ""}
              />
            ))
          ) : (
            <>
              <rect width={width} height={height} fill={patternFill.missing} />
              <rect width={Math.round(width * share)} height={height} className={tint} />
            </>
          )}
        </svg>
        <span aria-hidden="true" className="text-dns-14N-130 tabular-nums whitespace-nowrap">
          <span className="font-bold">{value}</span>
          <span className="text-solid-gray-600">{t`／${total}${inSentence(unit)}`}</span>
        </span>
      </span>
    </div>
  );
}
