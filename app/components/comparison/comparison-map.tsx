import { ChartFiles } from "#app/components/charts/chart-files.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { Aggregation } from "#app/domain/indicator/definition.ts";
import type { NamedIndicator } from "#app/domain/rollup/row.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { MapLegend } from "./map-legend.tsx";
import { type MapBy, mapOf } from "./map-of.ts";
import { PrefectureMap } from "./prefecture-map.tsx";

/** The map of an indicator, with the choice of what it is coloured by and the ways to save it. */
export function ComparisonMap({
  plan,
  fy,
  indicator,
  comparison,
  by,
  title,
}: {
  plan: { code: string; rubric: Rubric };
  fy: number;
  indicator: NamedIndicator & { aggregation: Aggregation };
  comparison: Parameters<typeof mapOf>[0];
  by: MapBy;
  title: string;
}) {
  const map = mapOf(comparison, indicator, plan.rubric.marks, by);
  const file = (type: "svg" | "png" | "csv") =>
    paths.comparisonFile(plan.code, indicator.code, type, fy, by);
  const choices: { by: MapBy; label: string }[] = [
    { by: "value", label: t`値` },
    { by: "mark", label: t`評価（参考）` },
  ];
  return (
    <figure className="break-inside-avoid">
      {comparison.marks && (
        <nav aria-label={t`地図の色分け`} className="mb-3 print:hidden">
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-dns-14N-130">
            <li aria-hidden="true" className="text-solid-gray-700">
              {t`色分け`}
            </li>
            {choices.map((choice) => (
              <li key={choice.by}>
                {choice.by === by ? (
                  <strong aria-current="true">{choice.label}</strong>
                ) : (
                  <TextLink to={paths.comparison(plan.code, indicator.code, fy, choice.by)}>
                    {choice.label}
                  </TextLink>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
      <PrefectureMap title={t`${title}の地図`} of={map.areas} />
      <figcaption className="mt-3">
        <MapLegend steps={map.steps} />
        {map.note && <p className="mt-1 text-note text-solid-gray-700">{map.note}</p>}
      </figcaption>
      <ChartFiles
        links={{ svg: file("svg"), png: file("png"), csv: file("csv") }}
        of={title}
        className="mt-3"
      />
    </figure>
  );
}
