import { HolderNote } from "#app/components/approval/holder-note.tsx";
import {
  AttachmentList,
  type ShownAttachment,
} from "#app/components/attachment/attachment-list.tsx";
import { StateBadge } from "#app/components/evaluation/state-badge.tsx";
import { Term } from "#app/components/guide/term.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { ProgressBar } from "#app/components/ui/progress-bar.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { Frequency } from "#app/domain/indicator/definition.ts";
import type { Period } from "#app/domain/indicator/period.ts";
import type { ObservationState } from "#app/domain/observation/states.ts";
import { openReason } from "#app/i18n/approval.ts";
import { dayText, periodLabel } from "#app/i18n/labels.ts";
import { paths } from "#app/site/paths.ts";

export type OwedFigure = {
  plan: string;
  fy: number;
  period: Period;
  frequency: Frequency;
  code: string;
  name: string;
  unit: string;
  goal: { code: string; name: string };
  state: ObservationState | null;
  reason: string | null;
  /** Who accepts it. */
  leadName: string | null;
};

type RoundProps = {
  organisation: string;
  round: {
    plan: { code: string };
    planName: string;
    number: number;
    title: string;
    dueOn: string;
    /** Why the organisation was given longer; null where it was not. */
    extensionReason: string | null;
    instructions: string;
    attachments: readonly ShownAttachment[];
  };
  today: string;
  figures: readonly OwedFigure[];
};

/** One reporting round for one organisation: what is to be done first, then what is under way. */
export function RoundOverview({ organisation, round, today, figures }: RoundProps) {
  const returned = figures.filter((figure) => figure.state === "returned");
  const open = figures.filter((figure) => figure.state === null || figure.state === "draft");
  const proposed = figures.filter((figure) => figure.state === "proposed");
  const sent = figures.filter(
    (figure) => figure.state === "submitted" || figure.state === "accepted",
  );
  // Told apart from the same part of another round.
  const partTitle = (words: string, count: number) => (
    <>
      {words}　{count}件<span className="sr-only">（{round.title}）</span>
    </>
  );
  return (
    <Section
      title={round.title}
      lead={`${round.planName}の実績について、次の指標の回答をお願いします。`}
      aside={
        <DueDate dueOn={round.dueOn} today={today} extended={round.extensionReason !== null} />
      }
    >
      <RoundTexts round={round} />
      <ProgressBar
        label="提出・受理済み"
        labelVisible
        value={sent.length}
        total={figures.length}
        unit="件"
      />
      {open.length + returned.length > 1 && (
        <p className="mt-4 print:hidden">
          <ButtonLink to={paths.entry(organisation, round.plan.code, round.number)} size="sm">
            一括入力<span className="sr-only">（{round.title}）</span>
          </ButtonLink>
        </p>
      )}
      {returned.length > 0 && (
        <Section
          level="h3"
          title={partTitle("差し戻された報告", returned.length)}
          aside={<Term of="return" />}
        >
          <FigureTable organisation={organisation} figures={returned} caption="差し戻された報告" />
        </Section>
      )}
      {open.length > 0 && (
        <Section level="h3" title={partTitle("これから報告する指標", open.length)}>
          <FigureTable organisation={organisation} figures={open} caption="これから報告する指標" />
        </Section>
      )}
      {proposed.length > 0 && (
        <Section
          level="h3"
          title={partTitle("団体内の決裁を待っている報告", proposed.length)}
          aside={<Term of="approval" />}
        >
          <FigureTable
            organisation={organisation}
            figures={proposed}
            caption="団体内の決裁を待っている報告"
          />
        </Section>
      )}
      {open.length + returned.length + proposed.length === 0 && (
        <p className="mt-6 text-std-17N-170">
          この照会で求められている報告は、すべて提出されています。
        </p>
      )}
      {sent.length > 0 && (
        <Disclosure summary={`提出済み・受理済みの報告　${sent.length}件`} className="mt-8">
          <FigureTable organisation={organisation} figures={sent} caption="提出済みの報告" />
        </Disclosure>
      )}
    </Section>
  );
}

/** What the round says to those who answer, with its files. */
function RoundTexts({ round }: Pick<RoundProps, "round">) {
  return (
    <div className="mb-6 max-w-[52rem] space-y-3">
      {round.extensionReason !== null && (
        <p className="text-std-16N-170 whitespace-pre-line">
          期限延長の理由：{round.extensionReason}
        </p>
      )}
      {round.instructions !== "" && (
        <p className="border-l-4 border-solid-gray-420 pl-3 text-std-16N-170 whitespace-pre-line">
          {round.instructions}
        </p>
      )}
      <AttachmentList attachments={round.attachments} label="照会の添付ファイル" />
      <p className="text-dns-14N-130">
        <TextLink to={paths.round(round.plan.code, round.number)}>照会の内容と経過を見る</TextLink>
      </p>
    </div>
  );
}

function DueDate({ dueOn, today, extended }: { dueOn: string; today: string; extended: boolean }) {
  return (
    <span className="inline-flex items-center gap-2 text-dns-16B-130 text-solid-gray-900">
      回答期限　{dayText(dueOn)}
      {extended && <Tag tone="blue">期限延長</Tag>}
      {dueOn < today && <Tag tone="red">期限超過</Tag>}
    </span>
  );
}

function FigureTable({
  organisation,
  figures,
  caption,
}: {
  organisation: string;
  figures: readonly OwedFigure[];
  caption: string;
}) {
  return (
    <Table caption={caption} captionHidden dense fixed stacks minWidth="md">
      <THead>
        <Tr>
          <Th>指標</Th>
          <Th className="w-[17%]">PT</Th>
          <Th className="w-[13%]">状態</Th>
          <Th className="w-[12%]">
            <span className="sr-only">操作</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {figures.map((figure) => {
          const to = paths.report(organisation, figure.plan, figure.code, figure.fy, figure.period);
          const part = periodLabel(figure.frequency, figure.period);
          return (
            <Tr key={`${figure.code} ${figure.fy} ${figure.period}`}>
              <Th scope="row" className="align-middle">
                <TextLink to={to} quiet>
                  {figure.name}
                </TextLink>
                {part && `　${part}`}
                {figure.unit && (
                  <span className="font-normal text-solid-gray-600">（{figure.unit}）</span>
                )}
                {openReason(figure) && (
                  <span className="mt-1 block font-normal text-dns-14N-130 text-solid-gray-800">
                    {openReason(figure)}
                  </span>
                )}
              </Th>
              <Td label="PT" className="align-middle">
                {figure.goal.name}
              </Td>
              <Td nowrap label="状態" className="align-middle">
                <StateBadge state={figure.state ?? "none"} />
                <HolderNote state={figure.state} lead={figure.leadName} />
              </Td>
              <Td className="text-right align-middle">
                <ButtonLink to={to} size="xs">
                  {actionWord(figure.state)}
                  <span className="sr-only">
                    ：{figure.name}
                    {part}
                  </span>
                </ButtonLink>
              </Td>
            </Tr>
          );
        })}
      </TBody>
    </Table>
  );
}

/** What one does with an answer in a state. */
export function actionWord(state: ObservationState | null): string {
  switch (state) {
    case null:
      return "報告する";
    case "draft":
      return "続きを入力";
    case "returned":
      return "修正する";
    case "proposed":
    case "submitted":
    case "accepted":
      return "内容を見る";
  }
}
