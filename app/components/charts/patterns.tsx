/** Fills for bars and charts, defined once a page: hatching means "missing", dots "mark withheld". */
export const patternFill = { missing: "url(#pattern-missing)", withheld: "url(#pattern-withheld)" };

/** The definitions behind `patternFill`; the document frame renders them. */
export function PatternDefinitions() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <defs>
        <Hatching id="pattern-missing" />
        <pattern id="pattern-withheld" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" className="fill-solid-gray-100" />
          <circle cx="2.5" cy="2.5" r="1" className="fill-solid-gray-600" />
        </pattern>
      </defs>
    </svg>
  );
}

/** Fine lines that lean: those of what is missing where nothing else is said. Sizes are in the drawing's units. */
export function Hatching({
  id,
  size = 6,
  line = 1.6,
  lean = 45,
  ground = "fill-white",
  ink = "fill-solid-gray-420",
}: {
  id: string;
  size?: number;
  line?: number;
  lean?: number;
  ground?: string;
  ink?: string;
}) {
  return (
    <pattern
      id={id}
      width={size}
      height={size}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${lean})`}
    >
      <rect width={size} height={size} className={ground} />
      <rect width={line} height={size} className={ink} />
    </pattern>
  );
}
