const cells = [
  [24, 7],
  [16.5, 14.5],
  [31.5, 14.5],
  [9, 22],
  [24, 22],
  [39, 22],
  [16.5, 29.5],
  [31.5, 29.5],
  [24, 37],
] as const;

/** The portal's sign: nine facets, one jewel. */
export function ProductMark({ className = "size-9" }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="3 1 42 42" className={`shrink-0 ${className}`}>
      {cells.map(([x, y]) => (
        <path
          key={`${x}-${y}`}
          d={`M${x} ${y - 6.2}l6.2 6.2-6.2 6.2-6.2-6.2Z`}
          className={x === 24 && y === 22 ? "fill-blue-400" : "fill-blue-1000"}
        />
      ))}
    </svg>
  );
}
