import { scaleLinear } from "d3-scale";

/** A figure as a bar among others, from zero; the figure itself stands beside it. */
export function ValueBar({ value, among }: { value: string; among: readonly string[] }) {
  const numbers = among.map(Number);
  const x = scaleLinear()
    .domain([Math.min(0, ...numbers), Math.max(0, ...numbers) || 1])
    .range([0, 100]);
  const [zero, end] = [x(0), x(Number(value))];
  return (
    <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" className="h-4 w-full">
      <rect
        x={Math.min(zero, end)}
        y="1"
        width={Math.abs(end - zero)}
        height="10"
        className="fill-blue-600"
      />
      <line
        x1={zero}
        x2={zero}
        y1="0"
        y2="12"
        className="stroke-solid-gray-700"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
