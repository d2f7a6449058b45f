import { dateInJapan, fiscalYearLabel } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { PackContent } from "#app/domain/pack/content.ts";
import { dayText } from "#app/i18n/labels.ts";
import { demoWords } from "#app/i18n/sheet.ts";

/** The first sheet: of which meeting, of what, and who made it of which edition. */
export function PackCover({ content }: { content: PackContent }) {
  const { choice, plan, fy, edition, maker, goals, total, isDemo } = content;
  return (
    <section
      data-pack="cover"
      className="flex flex-col justify-between px-[22mm] pt-[24mm] pb-[26mm]"
    >
      <div className="flex items-start justify-between gap-8">
        <p className="text-std-17N-170">
          {choice.meeting}
          <br />
          {dayText(choice.meetingOn)}
        </p>
        <p className="border-2 border-solid-gray-900 px-6 py-2 text-std-18B-160">会議資料</p>
      </div>
      <div>
        <h1 className="border-t-4 border-solid-gray-900 pt-8 text-[26pt] leading-140 font-bold text-solid-gray-900">
          {plan.name}
          <span className="mt-3 block text-[18pt]">{fiscalYearLabel(fy)}の実績と評価</span>
        </h1>
        {total === null && (
          <p className="mt-6 text-std-17N-170">
            {goals.map(({ sheet: { node } }) => node.name).join("、")}
          </p>
        )}
        <div className="mt-8 border-b border-solid-gray-900" />
      </div>
      <div className="space-y-6">
        {isDemo && (
          <p className="border-2 border-dashed border-solid-gray-900 px-4 py-2 text-std-16B-170">
            デモ　　{demoWords()}
          </p>
        )}
        <dl className="grid grid-cols-[8em_1fr] gap-y-2 text-std-17N-170">
          <dt>作成</dt>
          <dd>{maker}</dd>
          <dt>もとにした版</dt>
          <dd>
            {edition.title}　第{edition.edition}版（{dayText(dateInJapan(edition.publishedAt))}
            公表）
            {edition.note && <span className="block text-std-16N-170">{edition.note}</span>}
          </dd>
        </dl>
      </div>
    </section>
  );
}
