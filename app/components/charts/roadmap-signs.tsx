import type { ReactNode } from "react";
import { drawnProjection, type RoadmapData } from "#app/components/charts/roadmap-data.ts";
import { BandPattern, projectionDashes } from "#app/components/charts/roadmap-projection.tsx";
import { t } from "#app/i18n/t.ts";

/** A sign of a drawing, 24 by 12, and what it stands for. */
export type Sign = { word: string; drawing: ReactNode };

type Given = Pick<RoadmapData, "points" | "baseline" | "projection">;

/** The signs of a roadmap in words; only those that occur in it. `id` is one of the page's own. */
export function roadmapSigns({ points, baseline, projection }: Given, id: string): Sign[] {
  const actuals = points.filter((point) => point.actual !== null);
  const drawn = drawnProjection({ projection });
  const signs: (Sign | false | null | undefined)[] = [
    actuals.some((point) => !point.partial) && {
      word: t`実績`,
      drawing: (
        <>
          <path d="M0 6h24" className="stroke-blue-900" strokeWidth="2.5" />
          <circle cx="12" cy="6" r="4" className="fill-blue-900" />
        </>
      ),
    },
    actuals.some((point) => point.partial) && {
      word: t`部分集計（未報告の団体あり）`,
      drawing: (
        <>
          <path d="M0 6h24" className="stroke-blue-900" strokeWidth="2.5" strokeDasharray="4 3" />
          <circle cx="12" cy="6" r="4" className="fill-white stroke-blue-900" strokeWidth="2" />
        </>
      ),
    },
    actuals.some((point) => point.provisional) && {
      word: t`集計中（速報）`,
      drawing: (
        <>
          <circle cx="12" cy="6" r="5.3" className="fill-white stroke-blue-900" />
          <circle cx="12" cy="6" r="3" className="fill-blue-900" />
        </>
      ),
    },
    points.some((point) => point.target !== null) && {
      word: t`年度目標`,
      drawing: (
        <>
          <path
            d="M0 6h24"
            className="stroke-solid-gray-700"
            strokeWidth="1.5"
            strokeDasharray="4 3"
          />
          <path
            d="m12 1 5 5-5 5-5-5Z"
            className="fill-white stroke-solid-gray-700"
            strokeWidth="1.5"
          />
        </>
      ),
    },
    drawn && {
      word: t`見込み（推計）`,
      drawing: (
        <g className="stroke-blue-900" strokeWidth="2">
          <path
            d="M0 6h23"
            strokeDasharray={projectionDashes(drawn.provisional)}
            strokeLinecap={drawn.provisional ? "round" : undefined}
          />
          <path d="m17 1.5 6 4.5-6 4.5" strokeLinejoin="round" />
        </g>
      ),
    },
    drawn?.years.some(({ range }) => range !== null) && {
      word: t`見込みの幅（傾きの四分位範囲）`,
      drawing: (
        <>
          <defs>
            <BandPattern id={`${id}-sign`} />
          </defs>
          <path d="M0 6 24 0v12Z" fill={`url(#${id}-sign)`} />
          <path d="M24 0 0 6l24 6" className="stroke-blue-300" />
        </>
      ),
    },
    baseline?.value != null && {
      word: t`基準値`,
      drawing: (
        <path
          d="M0 6h24"
          className="stroke-solid-gray-500"
          strokeWidth="1.5"
          strokeDasharray="1 3"
          strokeLinecap="round"
        />
      ),
    },
  ];
  return signs.filter((sign): sign is Sign => Boolean(sign));
}
