import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { PlanRoadmap } from "#app/components/roadmap/plan-roadmap.tsx";
import { KeptPage } from "#app/components/rollup/kept-page.tsx";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { keptPage } from "#app/lib/kept-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import { readRoadmap } from "#app/services/sheet/read-roadmap.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  keptPage(
    args,
    (context, plan, fy, unless) => readRoadmap(context, plan, fy, unless, new Date()),
    (reading) => ({
      title: [t`${reading.plan.name}のロードマップ`, fiscalYearLabel(reading.fy)],
      body: <PlanRoadmap {...reading} />,
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default KeptPage;
