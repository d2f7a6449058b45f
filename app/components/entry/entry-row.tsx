import { memo, useState, useSyncExternalStore } from "react";
import { HolderNote } from "#app/components/approval/holder-note.tsx";
import { Figure } from "#app/components/evaluation/figure.tsx";
import { QualityBadge } from "#app/components/evaluation/quality-badge.tsx";
import { StateBadge } from "#app/components/evaluation/state-badge.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Td, Th, Tr } from "#app/components/ui/table.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { type EntryColumn, fieldIn } from "#app/domain/entry/columns.ts";
import { isOpen, keptTexts, type LiveRow } from "#app/domain/entry/live-row.ts";
import { entryField } from "#app/domain/entry/rows.ts";
import { displayFigure } from "#app/domain/figure/display.ts";
import { answerFigure } from "#app/domain/observation/answer.ts";
import { implausibilitiesOf } from "#app/domain/observation/plausibility.ts";
import { openReason } from "#app/i18n/approval.ts";
import { implausibilityWords, standingText } from "#app/i18n/entry.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { periodLabel } from "#app/i18n/labels.ts";
import { paths } from "#app/site/paths.ts";
import { EntryCell } from "./entry-cell.tsx";
import type { EntryQuestion } from "./entry-data.ts";
import type { EntrySession } from "./entry-session.ts";
import type { EntryStore } from "./entry-store.ts";
import { KeptCells } from "./kept-cells.tsx";
import { RowConflict, StrandedText } from "./row-conflict.tsx";

/** What all rows of a grid have in common. */
export type EntryGrid = {
  store: EntryStore;
  session: EntrySession;
  columns: readonly EntryColumn[];
  organisation: string;
  plan: string;
  fy: number;
  maySave: boolean;
};

/** One figure that is owed: the question, the cells, where it stands. */
export const EntryRow = memo(function EntryRow({
  grid,
  question,
}: {
  grid: EntryGrid;
  question: EntryQuestion;
}) {
  const { store, session, columns } = grid;
  const { key } = question;
  const current = () => store.row(key);
  const live = useSyncExternalStore((tell) => store.subscribe(key, tell), current, current);
  // What is typed stays in the inputs, whatever is drawn around them.
  const [first, setFirst] = useState(() => store.firstTexts(key) ?? keptTexts(live));
  const open = grid.maySave && isOpen(live);
  const [wasOpen, setWasOpen] = useState(open);
  if (open !== wasOpen) {
    setWasOpen(open);
    setFirst(keptTexts(live));
  }
  const part = periodLabel(question.frequency, question.period);
  const name = `${question.name}${part}`;
  const doubts = open && live.known?.state === "draft" ? doubtsOf(question, live) : [];
  const words = standingText(live.standing, live.known, isOpen(live));
  const reason = live.known && openReason(live.known);
  const aboutId = `about:${key}`;
  const remarks = [
    reason && <p key="reason">{reason}</p>,
    ...doubts.map((doubt) => <p key={doubt}>＊{implausibilityWords[doubt]}</p>),
    doubts.length > 0 && live.known?.answer.note === "" && (
      <p key="note">提出するには、備考に理由を入力してください。</p>
    ),
    live.stranded && <StrandedText key="stranded" mine={live.stranded} known={live.known} />,
    live.theirs && (
      <RowConflict
        key="conflict"
        rowKey={key}
        name={name}
        theirs={live.theirs}
        onDecide={(choice) => session.decide(key, choice)}
      />
    ),
  ].filter(Boolean);
  return (
    <Tr id={`row:${key}`} tabIndex={-1} data-entry-row={live.standing}>
      <Th scope="row" pinned>
        <TextLink
          to={paths.report(grid.organisation, grid.plan, question.code, grid.fy, question.period)}
          quiet
        >
          {question.name}
        </TextLink>
        {part && `　${part}`}
        {question.asked.unit && (
          <span className="font-normal text-solid-gray-600">（{question.asked.unit}）</span>
        )}
        {remarks.length > 0 && (
          <div
            id={aboutId}
            className="mt-1 space-y-1 font-normal text-dns-14N-130 text-solid-gray-800"
          >
            {remarks}
          </div>
        )}
        {open && (
          <>
            <input
              type="hidden"
              name={entryField("baseVersion", key)}
              value={(live.theirs ?? live.known)?.version ?? 0}
            />
            <input type="hidden" name={entryField("requestKey", key)} value={question.requestKey} />
          </>
        )}
      </Th>
      <Td numeric label="前回" className="whitespace-normal">
        <Before question={question} />
      </Td>
      <Td numeric label={`${fiscalYearShort(grid.fy)}目標（域内）`} className="whitespace-normal">
        <Figure
          value={displayFigure(question.target?.value ?? null, question)}
          text={question.target?.value ? null : question.target?.text}
        />
      </Td>
      {open ? (
        columns.map((column) => (
          <EntryCell
            key={column}
            question={question}
            name={name}
            column={column}
            first={first}
            error={errorIn(live, question, column)}
            about={remarks.length > 0 ? aboutId : undefined}
          />
        ))
      ) : (
        <KeptCells question={question} known={live.known} columns={columns} />
      )}
      <Td label="状態">
        <StateBadge state={live.known?.state ?? "none"} short />
        {live.known?.isDemo && <DemoTag className="ml-1" />}
        <HolderNote state={live.known?.state ?? null} lead={question.leadName} />
        {words && <span className="mt-1 block text-note text-solid-gray-800">{words}</span>}
      </Td>
    </Tr>
  );
});

/** The organisation's figure before. */
function Before({ question }: { question: EntryQuestion }) {
  const { before } = question;
  if (!before) return <Figure value={null} />;
  return (
    <>
      <QualityBadge quality={before.quality} className="mr-2" />
      <Figure
        value={displayFigure(answerFigure(before), question)}
        text={before.words}
        demo={before.isDemo}
      />
      <span className="block text-note text-solid-gray-600">
        {fiscalYearShort(before.fy)}
        {periodLabel(question.frequency, before.period)}
      </span>
    </>
  );
}

function errorIn(
  { errors, standing }: LiveRow,
  { asked }: EntryQuestion,
  column: EntryColumn,
): string | undefined {
  const field = fieldIn(column, asked);
  if (field === "note" && standing === "held") return "entry.explain";
  return field ? errors[field] : undefined;
}

function doubtsOf({ asked, before }: EntryQuestion, live: LiveRow) {
  const { value, numerator, denominator } = keptTexts(live);
  const figures = { value: value || null, numerator: numerator || null };
  return implausibilitiesOf(asked, { ...figures, denominator: denominator || null }, before);
}
