import { Section } from "#app/components/layout/section.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { type NarrativePart, narrativeParts } from "#app/domain/indicator/definition.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { narrativeLabels } from "#app/i18n/narrative.ts";
import { dateText } from "#app/i18n/progress.ts";
import { paths } from "#app/site/paths.ts";

type Written = { part: NarrativePart; text: string; organisation: string; at: string };

/** The PT's texts of a year, as they go into its evaluation sheet; who writes them finds the way. */
export function NarrativeSummary({
  narratives,
  plan,
  goal,
  fy,
  mayWrite,
}: {
  narratives: readonly Written[];
  plan: string;
  goal: { code: string; name: string };
  fy: number;
  mayWrite: boolean;
}) {
  const written = (part: NarrativePart) => narratives.find((each) => each.part === part);
  const shown = narrativeParts.filter((part) => mayWrite || written(part));
  return (
    <Section
      id="narratives"
      title="PTのまとめ"
      lead={`${fiscalYearLabel(fy)}の評価調書に載る文章です。幹事団体と計画の所管が編集します。`}
      aside={<TextLink to={paths.sheet(plan, goal.code, fy)}>評価調書を見る</TextLink>}
    >
      {shown.length === 0 && <p className="text-solid-gray-700">まだ書かれていません。</p>}
      <div className="border-t border-solid-gray-420 empty:hidden">
        {shown.map((part) => {
          const found = written(part);
          return (
            <section key={part} className="border-b border-solid-gray-200 py-4">
              <div className="flex flex-wrap items-baseline justify-between gap-x-6">
                <h3 className="text-std-16B-170">{narrativeLabels[part]}</h3>
                {mayWrite && (
                  <TextLink
                    to={paths.narrative(plan, goal.code, part, fy)}
                    className="text-dns-14N-130 print:hidden"
                  >
                    {narrativeLabels[part]}を編集
                  </TextLink>
                )}
              </div>
              {found ? (
                <>
                  <p className="mt-1 max-w-[52rem] whitespace-pre-line">{found.text}</p>
                  <p className="mt-1 text-dns-14N-130 text-solid-gray-600">
                    {dateText(new Date(found.at))}　{found.organisation}
                  </p>
                </>
              ) : (
                <p className="mt-1 text-solid-gray-600">未記入</p>
              )}
            </section>
          );
        })}
      </div>
    </Section>
  );
}
