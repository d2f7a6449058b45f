import { MarkGlyph, toneInk } from "#app/components/evaluation/mark-glyph.tsx";
import type { MarkTone } from "#app/domain/rubric/rubric.ts";
import { t } from "#app/i18n/t.ts";

/** A mark as the rubric names it. */
export type DisplayMark = { symbol: string; label: string; tone: MarkTone };

export type MarkBadgeProps = {
  mark: DisplayMark;
  /** `xs` glyph only (words for screen readers), `sm` for tables, `md` in text, `lg` for the page's own mark. */
  size?: "xs" | "sm" | "md" | "lg";
  /** A person set it: shows 上書き beside it. */
  manual?: boolean;
  className?: string;
};

const fills: Record<MarkTone, string> = {
  excellent: "bg-blue-50",
  good: "bg-green-50",
  fair: "bg-yellow-50",
  poor: "bg-red-50",
  none: "bg-solid-gray-50",
};

/** A mark by shape, word and colour. */
export function MarkBadge({ mark, size = "sm", manual = false, className = "" }: MarkBadgeProps) {
  const { symbol, label, tone } = mark;
  const byHand = manual && (
    <span className="text-tag font-normal text-solid-gray-600">{t`上書き`}</span>
  );
  if (size === "xs") {
    return (
      <span className={`inline-flex align-middle ${className}`} title={label}>
        <MarkGlyph symbol={symbol} tone={tone} className="size-4" />
        <span className="sr-only">{label}</span>
      </span>
    );
  }
  if (size === "lg") {
    return (
      <span
        className={`mt-1 inline-flex items-center gap-2 rounded-8 py-1.5 pr-3 pl-2.5 sm:gap-3 sm:py-2 sm:pr-5 sm:pl-3.5 ${fills[tone]} ${toneInk[tone]} ${className}`}
      >
        <MarkGlyph symbol={symbol} tone={tone} className="size-7 sm:size-10" />
        {/* A city's words may be a sentence: 「達成できなかった（70％未満）」. */}
        <span
          className={label.length > 8 ? "text-dns-16B-130" : "text-std-16B-170 sm:text-std-20B-150"}
        >
          <Words label={label} />
        </span>
        {byHand}
      </span>
    );
  }
  const medium = size === "md";
  return (
    <span
      className={`mark-badge ${medium ? "gap-2 text-dns-16B-130" : ""} ${toneInk[tone]} ${className}`}
    >
      <MarkGlyph symbol={symbol} tone={tone} className={medium ? "size-5.5" : "size-4.5"} />
      <Words label={label} />
      {byHand}
    </span>
  );
}

/** A label that is too long for its place breaks before its brackets, not inside them. */
function Words({ label }: { label: string }) {
  const bracket = label.indexOf("（");
  if (bracket < 1) return label;
  return (
    <span>
      {label.slice(0, bracket)}
      <span className="inline-block">{label.slice(bracket)}</span>
    </span>
  );
}
