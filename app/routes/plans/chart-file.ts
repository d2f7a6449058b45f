import type { LoaderFunctionArgs } from "@remix-run/node";
import { milestonePicture } from "#app/components/charts/milestone-picture.tsx";
import { caveat, drawnProjection, hasFigures } from "#app/components/charts/roadmap-data.ts";
import { roadmapPicture } from "#app/components/charts/roadmap-picture.tsx";
import { printedText } from "#app/components/rollup/printed-text.ts";
import { roadmapOf } from "#app/components/rollup/roadmap-points.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { answerChart } from "#app/lib/chart-file/answer.server.ts";
import { roadmapFileTable } from "#app/lib/chart-file/roadmap-table.ts";
import { pictureWords } from "#app/lib/chart-file/words.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { rollupContext } from "#app/lib/rollup-context.server.ts";
import { yearOf } from "#app/lib/year.ts";
import { readIndicator } from "#app/services/rollup/read-indicator.server.ts";
import { paths } from "#app/site/paths.ts";

/** A KPI's roadmap as a file, with what its page shows the same reader. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await rollupContext(args);
  const codes = { plan: String(args.params.plan), indicator: String(args.params.indicator) };
  const reading = await forPage(readIndicator(context, codes, yearOf(args.request)));
  if (reading === null) throw new Error("A reading without an earlier version is never null.");
  const { plan, fy, indicator, years } = reading;
  const roadmap = roadmapOf(indicator, years, plan.rubric.marks);
  const { baseline, finalTarget } = roadmap;
  const words = pictureWords(reading, context.asOf, new Date());
  const planned = [
    ...(baseline ? [t`基準値　${printedText(baseline.label)}`] : []),
    ...(finalTarget?.label ? [t`最終目標　${finalTarget.label}`] : []),
  ];
  return answerChart(args, paths.indicator(plan.code, indicator.code, fy), {
    fileName: t`ロードマップ_${plan.code}_${indicator.code}_${fiscalYearShort(fy)}`,
    table: roadmapFileTable(
      indicator,
      roadmap.points.map((point) => ({ ...point, caveat: caveat(point) })),
      drawnProjection(roadmap),
    ),
    picture: () =>
      (hasFigures(roadmap) ? roadmapPicture : milestonePicture)(roadmap, {
        source: words.source,
        facts: [...words.facts, ...planned],
        title: indicator.name,
        demo: roadmap.points.some(
          ({ demo, actual, actualText }) => demo && (actual !== null || Boolean(actualText)),
        ),
      }),
  });
}
