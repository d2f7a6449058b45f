import japan from "@svg-maps/japan";
import { Hatching } from "#app/components/charts/patterns.tsx";
import { useSvgId } from "#app/components/charts/svg-id.ts";
import type { MapArea } from "#app/components/comparison/map-shades.ts";
import { MarkGlyph } from "#app/components/evaluation/mark-glyph.tsx";
import { t } from "#app/i18n/t.ts";

type Place = { slug: string; x: number; y: number };

/** Where a name stands on the map, in its units; the Okinawa of the inset has its own. */
const places: readonly Place[] = [
  { slug: "yamaguchi", x: 160, y: 290.5 },
  { slug: "fukuoka", x: 138, y: 307 },
  { slug: "saga", x: 125.5, y: 310.5 },
  { slug: "nagasaki", x: 117.5, y: 326.5 },
  { slug: "kumamoto", x: 138.5, y: 328.5 },
  { slug: "oita", x: 154, y: 314.5 },
  { slug: "miyazaki", x: 151, y: 341 },
  { slug: "kagoshima", x: 137.5, y: 351.5 },
];
const okinawa: Place = { slug: "okinawa", x: 165, y: 384 };

// The package brings no types of its own.
const { locations } = japan as { locations: readonly { id: string; path: string }[] };
const outlines = new Map(locations.map(({ id, path }) => [id, path]));

const view = { x: 94, y: 276, width: 84, height: 112 };

/** How high a map is drawn at a width. */
export function mapHeight(width: number): number {
  return (width * view.height) / view.width;
}

/**
 * The nine prefectures of Kyushu, Okinawa and Yamaguchi in shades or with their marks; hatched where there
 * is nothing. A picture of the table beside it, which says the same in words.
 */
export function PrefectureMap({
  of,
  title,
  place,
}: {
  of: ReadonlyMap<string, MapArea>;
  title: string;
  /** Where it stands inside another drawing, and how wide. */
  place?: { x: number; y: number; width: number };
}) {
  const hatching = useSvgId();
  const outline = (slug: string) => {
    const found = of.get(slug);
    const missing = found !== undefined && found.fill === null;
    return (
      <path
        key={slug}
        d={outlines.get(slug)}
        fill={missing ? `url(#${hatching})` : undefined}
        className={`stroke-solid-gray-700 ${missing ? "" : (found?.fill ?? "fill-solid-gray-50")}`}
        strokeWidth="0.3"
      />
    );
  };
  const named = (at: Place) => <Name key={at.slug} at={at} area={of.get(at.slug)} />;
  return (
    <svg
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      role="img"
      aria-label={title}
      className="w-full max-w-[30rem] print:max-w-[19rem]"
      {...(place && { ...place, height: mapHeight(place.width) })}
    >
      {/* As fine as elsewhere: the map's units are five times as large. */}
      <Hatching id={hatching} size={1.4} line={0.35} ink="fill-solid-gray-300" />
      {places.map(({ slug }) => outline(slug))}
      {places.map(named)}
      <rect
        x="153"
        y="357"
        width="24"
        height="29"
        className="fill-white stroke-solid-gray-420"
        strokeWidth="0.3"
      />
      <svg aria-hidden="true" x="154" y="358" width="22" height="22" viewBox="75 455 22 22">
        {outline("okinawa")}
      </svg>
      {named(okinawa)}
    </svg>
  );
}

/** The name of a prefecture with its mark over it, where it has one. */
function Name({ at: { slug, x, y }, area }: { at: Place; area: MapArea | undefined }) {
  // The name of the inset stands under the islands, on white.
  const dark = area?.dark === true && slug !== okinawa.slug;
  const mark = area?.mark;
  return (
    <>
      {mark && (
        <MarkGlyph
          symbol={mark.symbol}
          tone={mark.tone}
          x={x - 2.2}
          y={slug === okinawa.slug ? y - 8 : y - 7.4}
          size={4.4}
          className=""
        />
      )}
      <text
        x={x}
        y={y}
        fontSize="3.2"
        textAnchor="middle"
        strokeWidth="0.9"
        className={`[paint-order:stroke] font-bold ${dark ? "fill-white stroke-blue-900" : "fill-black stroke-white"}`}
      >
        {nameOf(slug)}
      </text>
    </>
  );
}

/** The name as it is written on maps. */
function nameOf(slug: string): string {
  switch (slug) {
    case "yamaguchi":
      return t`山口`;
    case "fukuoka":
      return t`福岡`;
    case "saga":
      return t`佐賀`;
    case "nagasaki":
      return t`長崎`;
    case "kumamoto":
      return t`熊本`;
    case "oita":
      return t`大分`;
    case "miyazaki":
      return t`宮崎`;
    case "kagoshima":
      return t`鹿児島`;
    default:
      return t`沖縄`;
  }
}
