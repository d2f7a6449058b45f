import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { Decimal } from "#app/domain/figure/exact.ts";
import { formatFigure } from "#app/i18n/figure.ts";
import { t } from "#app/i18n/t.ts";

export type FigureProps = {
  /** An exact decimal; null shows －. */
  value: Decimal | null;
  unit?: string | null;
  size?: "inherit" | "md" | "lg" | "xl" | "words";
  /** A sum with a missing reporter. */
  partial?: boolean;
  provisional?: boolean;
  demo?: boolean;
  /** Words instead of a number, for indicators in words. */
  text?: string | null;
  className?: string;
};

const sizes = {
  inherit: "",
  md: "text-dns-16N-130",
  lg: "text-std-24B-150 print:text-std-20B-150 text-solid-gray-900",
  xl: "text-std-28B-150 sm:text-std-36B-140 print:text-std-20B-150 text-solid-gray-900",
  // Sentences in the place of a large figure.
  words: "inline-block text-std-18B-160 text-solid-gray-900",
};

/**
 * A figure as reports print it, with its unit and what must be known about it. In table cells the
 * tags stand before the figure, so that digits stay aligned.
 */
export function Figure({
  value,
  unit,
  size = "inherit",
  partial = false,
  provisional = false,
  demo = false,
  text,
  className = "",
}: FigureProps) {
  const negative = value?.startsWith("-");
  const large = size === "lg" || size === "xl";
  const written = (
    <span
      className={`tabular-nums ${value === null && text ? "text-left" : "whitespace-nowrap print:whitespace-normal"} ${sizes[size]} ${className}`}
    >
      {value === null && text}
      {value === null && !text && (
        <>
          <span aria-hidden="true" className="text-solid-gray-600">
            {formatFigure(null)}
          </span>
          <span className="sr-only">{t`値なし`}</span>
        </>
      )}
      {value !== null && negative && (
        <>
          <span aria-hidden="true">{t`▲`}</span>
          <span className="sr-only">{t`マイナス`}</span>
        </>
      )}
      {value !== null && formatFigure(negative ? value.slice(1) : value)}
      {value !== null && unit && (
        <span className={large ? "figure-unit text-[0.5em]" : "figure-unit"}>{unit}</span>
      )}
    </span>
  );
  if (!partial && !provisional && !demo) return written;
  return (
    <span className="inline-flex flex-wrap items-baseline in-[td]:justify-end gap-x-1.5 gap-y-0.5">
      {written}
      {partial && (
        <Tag tone="orange" className="border-dashed in-[td]:order-first">
          {t`部分集計`}
        </Tag>
      )}
      {provisional && (
        <Tag tone="purple" className="in-[td]:order-first">
          {t`集計中`}
        </Tag>
      )}
      {demo && <DemoTag className="in-[td]:order-first" />}
    </span>
  );
}
