import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { MeetingPage } from "#app/components/meeting/meeting-page.tsx";
import { MeetingSlide, slideTitle } from "#app/components/meeting/meeting-slide.tsx";
import { slideNumber, slidesOf } from "#app/components/meeting/slides.ts";
import { t } from "#app/i18n/t.ts";
import { keptPage } from "#app/lib/kept-page.server.tsx";
import { pageTitle } from "#app/lib/title.ts";
import { readRegion } from "#app/services/rollup/read-region.server.ts";

/** A screen of its own, without the portal's header and footer. */
export const handle = { bare: true };

/** The plan for a meeting room: one slide at a time, each with an address. Nothing about a person. */
export const loader = (args: LoaderFunctionArgs) =>
  keptPage(
    args,
    readRegion,
    (region, chosen) => {
      const slides = slidesOf(region);
      const number = slideNumber(chosen.get("slide"), slides.length);
      const asOf = new URL(args.request.url).searchParams.get("asOf") || null;
      const slide = slides[number - 1] ?? { kind: "region" as const };
      return {
        title: [slideTitle(slide, region.plan), region.plan.name, t`会議モード`],
        body: <MeetingSlide {...{ region, slides, number, asOf }} />,
        means: { slide: String(number) },
      };
    },
    ["slide"],
  );

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(...(data?.title ?? []));

export default MeetingPage;
