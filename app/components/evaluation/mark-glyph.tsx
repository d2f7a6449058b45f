import type { MarkTone } from "#app/domain/rubric/rubric.ts";

/** Ink of each tone, readable on white. */
export const toneInk: Record<MarkTone, string> = {
  excellent: "text-blue-900",
  good: "text-green-800",
  fair: "text-yellow-1000",
  poor: "text-red-900",
  none: "text-solid-gray-600",
};

/** The same inks for the words of a drawing. */
export const toneFill: Record<MarkTone, string> = {
  excellent: "fill-blue-900",
  good: "fill-green-800",
  fair: "fill-yellow-1000",
  poor: "fill-red-900",
  none: "fill-solid-gray-600",
};

const shapes: Record<string, React.ReactNode> = {
  "◎": (
    <>
      <circle cx="12" cy="12" r="9.2" />
      <circle cx="12" cy="12" r="4.2" />
    </>
  ),
  "○": <circle cx="12" cy="12" r="8.6" />,
  "△": <path d="M12 4 21.4 20.2H2.6Z" strokeLinejoin="round" />,
  "×": <path d="m5 5 14 14M19 5 5 19" strokeLinecap="round" />,
  ー: <path d="M4.5 12h15" strokeLinecap="round" />,
};
const aliases: Record<string, string> = {
  〇: "○",
  "◯": "○",
  "✕": "×",
  "－": "ー",
  "-": "ー",
  "―": "ー",
};

/**
 * The sign of a mark as a drawing of even weight; letters and other signs stand in a ring. Purely
 * visual: the words belong beside it.
 */
export function MarkGlyph({
  symbol,
  tone,
  className = "size-5",
  x,
  y,
  size,
}: {
  symbol: string;
  tone: MarkTone;
  className?: string;
  /** Place and size inside another drawing. */
  x?: number;
  y?: number;
  size?: number;
}) {
  // A word as a symbol (対象外) does not fit into a ring; the words stand beside it.
  const shape = shapes[aliases[symbol] ?? symbol] ?? (symbol.length > 1 ? shapes.ー : undefined);
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      x={x}
      y={y}
      width={size}
      height={size}
      className={`inline-block shrink-0 fill-none stroke-current ${toneInk[tone]} ${className}`}
      strokeWidth="2.6"
    >
      {shape ?? (
        <>
          <rect x="2.2" y="2.2" width="19.6" height="19.6" rx="4" strokeWidth="1.8" />
          <text
            x="12"
            y="17.2"
            textAnchor="middle"
            className="fill-current stroke-none text-[15px] font-bold"
          >
            {symbol}
          </text>
        </>
      )}
    </svg>
  );
}
