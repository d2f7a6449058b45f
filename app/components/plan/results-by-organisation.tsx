import { Figure } from "#app/components/evaluation/figure.tsx";
import { QualityBadge } from "#app/components/evaluation/quality-badge.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { ValueKind } from "#app/domain/indicator/definition.ts";
import { type AnswerContent, answerFigure } from "#app/domain/observation/answer.ts";
import { formatFigure } from "#app/i18n/figure.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

type Reported = {
  code: string;
  name: string;
  unit: string;
  valueKind: ValueKind;
  places: number | null;
  /** Slugs of those who are asked. */
  reporters: readonly string[];
  answers: readonly (AnswerContent & { slug: string; isDemo: boolean })[];
};

/** What each organisation reported for each KPI of a project in a year, side by side. */
export function ResultsByOrganisation({
  plan,
  fy,
  reported,
  names,
}: {
  plan: string;
  fy: FiscalYear;
  reported: readonly Reported[];
  /** Short names by slug, in the order of tables. */
  names: Record<string, string>;
}) {
  const asked = Object.keys(names).filter((slug) =>
    reported.some(({ reporters }) => reporters.includes(slug)),
  );
  if (asked.length === 0) return null;
  return (
    <Section title={t`団体ごとの実績（${fiscalYearLabel(fy)}）`} lead={t`受理された報告値です。`}>
      <Table caption={t`団体ごとの実績`} captionHidden dense stacks>
        <THead>
          <Tr>
            <Th className="w-[12%]">{t`団体`}</Th>
            {reported.map(({ code, name, unit }) => (
              <Th key={code} numeric>
                {unit ? t`${name}（${unit}）` : name}
              </Th>
            ))}
          </Tr>
        </THead>
        <TBody>
          {asked.map((slug) => (
            <Tr key={slug}>
              <Th scope="row" nowrap>
                {names[slug]}
              </Th>
              {reported.map((indicator) => (
                <Td
                  key={indicator.code}
                  numeric
                  label={indicator.name}
                  className="whitespace-normal"
                >
                  <Result indicator={indicator} slug={slug} plan={plan} fy={fy} />
                </Td>
              ))}
            </Tr>
          ))}
        </TBody>
      </Table>
    </Section>
  );
}

function Result({
  indicator,
  slug,
  plan,
  fy,
}: {
  indicator: Reported;
  slug: string;
  plan: string;
  fy: number;
}) {
  if (!indicator.reporters.includes(slug)) return <>{t`対象外`}</>;
  const answer = indicator.answers.find((each) => each.slug === slug);
  if (!answer) return <>{formatFigure(null)}</>;
  return (
    <>
      <QualityBadge quality={answer.quality} className="mr-2" />
      <TextLink to={paths.observation(plan, indicator.code, slug, fy)} quiet>
        <Figure
          value={displayFigure(answerFigure(answer), indicator)}
          text={answer.words}
          demo={answer.isDemo}
        />
      </TextLink>
    </>
  );
}
