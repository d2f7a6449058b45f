import { QualityBadge } from "#app/components/evaluation/quality-badge.tsx";
import { StateBadge } from "#app/components/evaluation/state-badge.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { AnswerState } from "#app/domain/completeness/board.ts";
import type { Timeliness } from "#app/domain/completeness/timeliness.ts";
import type { Frequency } from "#app/domain/indicator/definition.ts";
import type { Quality } from "#app/domain/observation/states.ts";
import { notAcceptedLabel } from "#app/i18n/completeness.ts";
import { formatFigure } from "#app/i18n/figure.ts";
import { periodLabel } from "#app/i18n/labels.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";
import { TimelinessMark } from "./timeliness-mark.tsx";

type Answer = {
  code: string;
  name: string;
  frequency: Frequency;
  period: number;
  state: AnswerState;
  quality: Quality | null;
  /** Null without a round. */
  timeliness: Timeliness | null;
};

/** Every figure of one organisation in one PT, each leading to where its value stands. */
export function CellAnswers({
  plan,
  fy,
  cell,
  goal,
}: {
  plan: string;
  fy: number;
  cell: { organisation: { slug: string; shortName: string }; answers: readonly Answer[] };
  goal: { name: string; seesSubmitted: boolean };
}) {
  const { organisation, answers } = cell;
  const inTime = goal.seesSubmitted && answers.some(({ timeliness }) => timeliness !== null);
  return (
    <Section
      id="cell"
      title={t`${organisation.shortName}　${goal.name}`}
      aside={t`${answers.length}件`}
    >
      <Table caption={t`${organisation.shortName}の${goal.name}の指標`} captionHidden dense>
        <THead>
          <Tr>
            <Th>{t`指標`}</Th>
            <Th className="w-48">{t`状態`}</Th>
            <Th className="w-40">{t`区分`}</Th>
            {inTime && <Th className="w-32">{t`回答期限に対して`}</Th>}
          </Tr>
        </THead>
        <TBody>
          {answers.map(({ code, name, frequency, period, state, quality, timeliness }) => (
            <Tr key={`${code} ${period}`}>
              <Th scope="row">
                <TextLink to={paths.observation(plan, code, organisation.slug, fy, period)} quiet>
                  {period > 0 ? t`${name}　${periodLabel(frequency, period)}` : name}
                </TextLink>
              </Th>
              <Td>
                {state === "none" && !goal.seesSubmitted ? (
                  notAcceptedLabel()
                ) : (
                  <StateBadge state={state} short />
                )}
              </Td>
              <Td>{quality ? <QualityBadge quality={quality} showFinal /> : formatFigure(null)}</Td>
              {inTime && <Td>{timeliness && <TimelinessMark timeliness={timeliness} />}</Td>}
            </Tr>
          ))}
        </TBody>
      </Table>
    </Section>
  );
}
