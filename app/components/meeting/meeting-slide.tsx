import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { planWords } from "#app/components/rollup/plan-words.ts";
import type { RegionView } from "#app/components/rollup/region-view.ts";
import { asOfWords } from "#app/i18n/as-of.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { useCarried } from "#app/site/carried-link.ts";
import { paths } from "#app/site/paths.ts";
import { GoalSlide } from "./goal-slide.tsx";
import { MissingSlide } from "./missing-slide.tsx";
import { RegionSlide } from "./region-slide.tsx";
import type { Slide } from "./slides.ts";

/** What a slide is called, in its head and in the document's title. */
export function slideTitle(slide: Slide, plan: RegionView["plan"]): string {
  if (slide.kind === "goal") return slide.goal.node.name;
  return slide.kind === "missing" ? t`未報告の状況` : planWords(plan).whole;
}

/** One slide with its foot: where one is, from when the figures are, and the way on. */
export function MeetingSlide({
  region,
  slides,
  number,
  asOf,
}: {
  region: RegionView;
  slides: readonly Slide[];
  /** Of the slide, from 1. */
  number: number;
  /** As it stands in the address; null for today. */
  asOf: string | null;
}) {
  const { plan, fy, edition, total } = region;
  const slide = slides[number - 1];
  if (!slide) throw new RangeError(`There is no slide ${number}`);
  const lead = slide.kind === "goal" ? slide.goal.node.lead : null;
  return (
    <>
      <header className="flex flex-wrap items-baseline justify-between gap-x-[1.5em] border-b-[0.15em] border-blue-1000 pb-[0.35em]">
        <h1
          id="slide"
          tabIndex={-1}
          lang={slide.kind === "goal" ? "ja" : undefined}
          className="text-[1.9em] leading-130 font-bold outline-none"
        >
          {slideTitle(slide, plan)}
        </h1>
        <p className="flex flex-wrap gap-x-[1em] text-[0.85em] text-solid-gray-700">
          {lead && <span>{t`${planWords(plan).lead}　${lead.shortName}`}</span>}
          <span lang="ja">{plan.name}</span>
          <span>{fiscalYearLabel(fy)}</span>
        </p>
      </header>
      <div className="grow py-[0.7em]">
        {slide.kind === "region" && <RegionSlide region={region} />}
        {slide.kind === "goal" && <GoalSlide region={region} goal={slide.goal} />}
        {slide.kind === "missing" && <MissingSlide region={region} />}
      </div>
      <footer className="flex flex-wrap items-center justify-between gap-x-[1.5em] gap-y-[0.3em] border-t border-solid-gray-420 pt-[0.4em] text-[0.75em]">
        <p>
          {asOf === null && edition && t`公表された実績　第${edition.edition}版`}
          {asOf !== null && asOfWords(asOf)}
          {total.isDemo && (
            <>
              {" "}
              <DemoTag /> {t`架空の実績値を含みます`}
            </>
          )}
        </p>
        <SlideLinks plan={plan.code} fy={fy} number={number} last={slides.length} />
      </footer>
    </>
  );
}

/** 前へ and 次へ: addresses, so that they work without scripts, and large enough for a finger. */
function SlideLinks({
  plan,
  fy,
  number,
  last,
}: {
  plan: string;
  fy: number;
  number: number;
  last: number;
}) {
  const carried = useCarried();
  const to = (slide: number) => carried(paths.meeting(plan, fy, slide));
  return (
    <nav aria-label={t`スライド`} className="flex items-center gap-[0.4em]">
      <a href={to(1)} data-go="first" hidden>{t`最初へ`}</a>
      <a href={to(last)} data-go="last" hidden>{t`最後へ`}</a>
      <Go to={number > 1 ? to(number - 1) : null} rel="prev">
        {t`前へ`}
      </Go>
      <span className="min-w-[4em] text-center tabular-nums">
        <span className="sr-only">{t`スライド`}</span>
        {t`${number}／${last}`}
      </span>
      <Go to={number < last ? to(number + 1) : null} rel="next">
        {t`次へ`}
      </Go>
      <a href={carried(paths.plan(plan, fy))} className="meeting-button ml-[0.8em]">
        {t`終了`}
      </a>
    </nav>
  );
}

function Go({ to, rel, children }: { to: string | null; rel: "prev" | "next"; children: string }) {
  if (to === null)
    return (
      <span
        aria-hidden="true"
        className="meeting-button border-solid-gray-420 text-solid-gray-600 hover:bg-white"
      >
        {children}
      </span>
    );
  return (
    <a href={to} rel={rel} data-go={rel} className="meeting-button">
      {children}
    </a>
  );
}
