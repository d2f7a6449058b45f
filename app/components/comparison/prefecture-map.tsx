import japan from "@svg-maps/japan";
import { useSvgId } from "#app/components/charts/svg-id.ts";

/** Where a name stands on the map, in its units; the Okinawa of the inset has its own. */
const places = [
  { slug: "yamaguchi", name: "山口", x: 160, y: 290.5 },
  { slug: "fukuoka", name: "福岡", x: 138, y: 307 },
  { slug: "saga", name: "佐賀", x: 125.5, y: 310.5 },
  { slug: "nagasaki", name: "長崎", x: 117.5, y: 326.5 },
  { slug: "kumamoto", name: "熊本", x: 138.5, y: 328.5 },
  { slug: "oita", name: "大分", x: 154, y: 314.5 },
  { slug: "miyazaki", name: "宮崎", x: 151, y: 341 },
  { slug: "kagoshima", name: "鹿児島", x: 137.5, y: 351.5 },
] as const;

// The package brings no types of its own.
const { locations } = japan as { locations: readonly { id: string; path: string }[] };
const outlines = new Map(locations.map(({ id, path }) => [id, path]));

/** From the least to the greatest; the words of the last three are white on them. */
export const shadeFills = [
  "fill-blue-50",
  "fill-blue-100",
  "fill-blue-300",
  "fill-blue-600",
  "fill-blue-900",
] as const;

type Shaded = { shade: number | null };

/**
 * The nine prefectures of Kyushu, Okinawa and Yamaguchi in shades; hatched where there is no figure.
 * A picture of the table beside it, which says the same in words.
 */
export function PrefectureMap({ of, title }: { of: ReadonlyMap<string, Shaded>; title: string }) {
  const hatching = useSvgId();
  const outline = (slug: string) => {
    const found = of.get(slug);
    const missing = found?.shade === null;
    const shade = found && found.shade !== null ? shadeFills[found.shade] : "fill-solid-gray-50";
    return (
      <path
        key={slug}
        d={outlines.get(slug)}
        fill={missing ? `url(#${hatching})` : undefined}
        className={`stroke-solid-gray-700 ${missing ? "" : shade}`}
        strokeWidth="0.3"
      />
    );
  };
  const isDark = (slug: string) => (of.get(slug)?.shade ?? 0) >= 3;
  return (
    <svg viewBox="94 276 84 112" role="img" aria-label={title} className="w-full max-w-[30rem]">
      {/* As fine as elsewhere: the map's units are five times as large. */}
      <pattern
        id={hatching}
        width="1.4"
        height="1.4"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="1.4" height="1.4" className="fill-white" />
        <rect width="0.35" height="1.4" className="fill-solid-gray-300" />
      </pattern>
      {places.map(({ slug }) => outline(slug))}
      {places.map(({ slug, name, x, y }) => (
        <text
          key={slug}
          x={x}
          y={y}
          fontSize="3.2"
          textAnchor="middle"
          paintOrder="stroke"
          strokeWidth="0.9"
          className={`font-bold ${isDark(slug) ? "fill-white stroke-blue-900" : "fill-black stroke-white"}`}
        >
          {name}
        </text>
      ))}
      <rect
        x="153"
        y="357"
        width="24"
        height="29"
        className="fill-white stroke-solid-gray-420"
        strokeWidth="0.3"
      />
      <svg x="154" y="358" width="22" height="22" viewBox="75 455 22 22">
        <title>沖縄県</title>
        {outline("okinawa")}
      </svg>
      <text x="165" y="384" fontSize="3.2" textAnchor="middle" className="fill-black font-bold">
        沖縄
      </text>
    </svg>
  );
}
