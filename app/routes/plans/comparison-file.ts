import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerWords } from "#app/components/comparison/answer-words.ts";
import { comparisonPicture } from "#app/components/comparison/comparison-picture.tsx";
import { mapOf } from "#app/components/comparison/map-of.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { answerChart } from "#app/lib/chart-file/answer.server.ts";
import { comparisonFileTable } from "#app/lib/chart-file/comparison-table.ts";
import { pictureWords } from "#app/lib/chart-file/words.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { rollupContext } from "#app/lib/rollup-context.server.ts";
import { yearOf } from "#app/lib/year.ts";
import { compareReporters } from "#app/services/rollup/compare-reporters.server.ts";
import { paths } from "#app/site/paths.ts";

/** The map of an indicator and the figures behind it as a file, with what the page shows the same reader. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await rollupContext(args);
  const codes = { plan: String(args.params.plan), indicator: String(args.params.indicator) };
  const reading = await forPage(compareReporters(context, codes, yearOf(args.request)));
  if (reading === null) throw new Error("A reading without an earlier version is never null.");
  const { plan, fy, indicator, names, comparison } = reading;
  if (comparison === null) throw new Response(null, { status: 404 });
  const by = new URL(args.request.url).searchParams.get("by");
  const map = mapOf(comparison, indicator, plan.rubric.marks, by === "mark" ? "mark" : "value");
  return answerChart(args, paths.comparison(plan.code, indicator.code, fy), {
    fileName: t`団体比較_${plan.code}_${indicator.code}_${fiscalYearShort(fy)}`,
    table: comparisonFileTable(reading, comparison),
    picture: () =>
      comparisonPicture(
        {
          ...map,
          rows: comparison.rows
            .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))
            .map((row) => ({
              name: names[row.organisation] ?? row.organisation,
              words: answerWords(row, indicator),
              value: row.value,
            })),
        },
        {
          ...pictureWords(reading, context.asOf, new Date()),
          title: t`${indicator.name}の団体比較`,
          demo: comparison.rows.some(({ isDemo }) => isDemo),
          notes: map.note === null ? [] : [map.note],
        },
      ),
  });
}
