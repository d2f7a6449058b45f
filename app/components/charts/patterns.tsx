/** Fills for bars and charts, defined once a page: hatching means "missing", dots "mark withheld". */
export const patternFill = { missing: "url(#pattern-missing)", withheld: "url(#pattern-withheld)" };

/** The definitions behind `patternFill`; the document frame renders them. */
export function PatternDefinitions() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <defs>
        <pattern
          id="pattern-missing"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" className="fill-white" />
          <rect width="1.6" height="6" className="fill-solid-gray-420" />
        </pattern>
        <pattern id="pattern-withheld" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" className="fill-solid-gray-100" />
          <circle cx="2.5" cy="2.5" r="1" className="fill-solid-gray-600" />
        </pattern>
      </defs>
    </svg>
  );
}
