import { Hatching } from "#app/components/charts/patterns.tsx";
import type { RoadmapPoint, RoadmapProjection } from "#app/components/charts/roadmap-data.ts";
import type { Frame, RoadmapScale } from "#app/components/charts/roadmap-scale.ts";
import { useSvgId } from "#app/components/charts/svg-id.ts";

/** How the line of a projection is broken: dashed, and dotted where it rests on provisional values. */
export function projectionDashes(provisional: boolean): string {
  return provisional ? "0.5 5" : "9 5";
}

/**
 * Where the years so far lead to: a broken line without dots that ends in an open arrow, in a band of
 * fine lines. Cut off at the frame, where it leaves the scale.
 */
export function Projection({
  projection,
  points,
  scale,
  frame,
}: {
  projection: RoadmapProjection;
  points: readonly RoadmapPoint[];
  scale: RoadmapScale;
  frame: Frame;
}) {
  const id = useSvgId();
  const { from, years, provisional } = projection;
  const first = points[0]?.fy ?? from.fy;
  // The baseline's year may lie before the drawing.
  const x = (fy: number) => Math.max(frame.left, scale.centre(fy - first));
  const at = (fy: number, value: string) => `${round(x(fy))} ${round(scale.y(Number(value)))}`;
  const start = at(from.fy, from.value);
  const ranges = years.flatMap(({ fy, range }) => (range ? [{ fy, ...range }] : []));
  const upper = ranges.map(({ fy, high }) => `L${at(fy, high)}`).join("");
  const lower = ranges.map(({ fy, low }) => `L${at(fy, low)}`);
  const last = years.at(-1);
  const before = years.at(-2) ?? from;
  const angle = last
    ? Math.atan2(
        scale.y(Number(last.value)) - scale.y(Number(before.value)),
        x(last.fy) - x(before.fy),
      )
    : 0;
  return (
    <g clipPath={`url(#${id}-frame)`} className="fill-none stroke-blue-900">
      <defs>
        <clipPath id={`${id}-frame`}>
          <rect
            x={frame.left}
            y={frame.top - 8}
            width={frame.width - frame.left - frame.right}
            height={frame.height - frame.bottom - frame.top + 8}
          />
        </clipPath>
        <BandPattern id={`${id}-band`} />
      </defs>
      {ranges.length > 0 && (
        <>
          <path
            d={`M${start}${upper}${lower.toReversed().join("")}Z`}
            fill={`url(#${id}-band)`}
            className="stroke-none"
          />
          <path d={`M${start}${upper}M${start}${lower.join("")}`} className="stroke-blue-300" />
        </>
      )}
      <path
        d={`M${start}${years.map(({ fy, value }) => `L${at(fy, value)}`).join("")}`}
        strokeWidth="2"
        strokeDasharray={projectionDashes(provisional)}
        strokeLinecap={provisional ? "round" : undefined}
      />
      {last && (
        <path
          d="M-9 -5.5 0 0l-9 5.5"
          strokeWidth="2"
          strokeLinejoin="round"
          transform={`translate(${at(last.fy, last.value)}) rotate(${round((angle * 180) / Math.PI)})`}
        />
      )}
    </g>
  );
}

/** The fine lines of a band: they lean the other way than those of what is missing. */
export function BandPattern({ id }: { id: string }) {
  return (
    <Hatching
      id={id}
      size={5}
      line={1}
      lean={-45}
      ground="fill-blue-50 stroke-none"
      ink="fill-blue-200 stroke-none"
    />
  );
}

function round(coordinate: number): number {
  return Math.round(coordinate * 100) / 100;
}
