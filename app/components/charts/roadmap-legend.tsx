import type { ReactNode } from "react";
import { caveat, type RoadmapData } from "#app/components/charts/roadmap-data.ts";

/** The signs of a roadmap in words; only those that occur in it. */
export function RoadmapLegend({ points, baseline }: Pick<RoadmapData, "points" | "baseline">) {
  const actuals = points.filter((point) => point.actual !== null);
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-note text-solid-gray-700">
      {actuals.some((point) => !point.partial) && (
        <Entry word="実績">
          <path d="M0 6h24" className="stroke-blue-900" strokeWidth="2.5" />
          <circle cx="12" cy="6" r="4" className="fill-blue-900" />
        </Entry>
      )}
      {actuals.some((point) => point.partial) && (
        <Entry word="部分集計（未報告の団体あり）">
          <path d="M0 6h24" className="stroke-blue-900" strokeWidth="2.5" strokeDasharray="4 3" />
          <circle cx="12" cy="6" r="4" className="fill-white stroke-blue-900" strokeWidth="2" />
        </Entry>
      )}
      {actuals.some((point) => caveat(point).includes("集計中")) && (
        <Entry word="集計中（速報）">
          <circle cx="12" cy="6" r="5.3" className="fill-white stroke-blue-900" />
          <circle cx="12" cy="6" r="3" className="fill-blue-900" />
        </Entry>
      )}
      {points.some((point) => point.target !== null) && (
        <Entry word="年度目標">
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
        </Entry>
      )}
      {baseline?.value != null && (
        <Entry word="基準値">
          <path
            d="M0 6h24"
            className="stroke-solid-gray-500"
            strokeWidth="1.5"
            strokeDasharray="1 3"
            strokeLinecap="round"
          />
        </Entry>
      )}
    </ul>
  );
}

function Entry({ word, children }: { word: string; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <svg aria-hidden="true" width="24" height="12" viewBox="0 0 24 12" className="fill-none">
        {children}
      </svg>
      {word}
    </li>
  );
}
