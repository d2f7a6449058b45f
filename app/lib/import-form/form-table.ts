import { columnsOf, type EntryColumn, entryColumns, fieldIn } from "#app/domain/entry/columns.ts";
import { isEnteredHere } from "#app/domain/entry/rows.ts";
import { displayFigure } from "#app/domain/figure/display.ts";
import { formatFigure } from "#app/domain/figure/format.ts";
import { fiscalYearShort } from "#app/domain/fiscal-year/fiscal-year.ts";
import { type FormColumn, formColumns, formId, printedNumber } from "#app/domain/import/form.ts";
import {
  type AnswerField,
  answerFigure,
  answerKind,
  type RawAnswer,
} from "#app/domain/observation/answer.ts";
import type { Quality } from "#app/domain/observation/states.ts";
import { roundCapabilities } from "#app/domain/round/states.ts";
import { qualityWords, reachedWords, stateWords } from "#app/i18n/answer.ts";
import { answerKindWords } from "#app/i18n/import.ts";
import { periodLabel } from "#app/i18n/labels.ts";
import type { Cell, ColumnKind } from "#app/lib/export/table-model.ts";
import type { EntryQuestion, EntryReading } from "#app/services/entry/read.server.ts";

/** Figures stand in figure columns as such, everything else in words. */
export const formColumnKinds: Record<FormColumn, ColumnKind> = {
  ...{ number: "text", goal: "text", project: "text", indicator: "text", unit: "text" },
  ...{ period: "text", before: "text", target: "figure", first: "figure", second: "figure" },
  ...{ quality: "text", note: "text", state: "text", version: "figure" },
};

/** What stands in a cell of a form, and what is answered in it; null where nothing is. */
export type FormCellModel = { cell: Cell; field: AnswerField | null };

export type FormRowModel = {
  cells: Record<FormColumn, FormCellModel>;
  /** Something can be entered in it now. */
  open: boolean;
};

/** A round as an organisation is asked, as a table to be filled in. */
export type FormTable = { id: string; columns: FormColumn[]; rows: FormRowModel[] };

/** The rows of the entry grid in the same order, each with the version it shows. */
export function formTable(entry: EntryReading): FormTable {
  const { plan, number, membership, fy, groups, state } = entry;
  const { takesFigures } = roundCapabilities[state];
  const kept = new Map(entry.states.map((each) => [each.key, each]));
  const answered = columnsOf(groups.flatMap(({ rows }) => rows.map(({ asked }) => asked)));
  const isShown = (column: FormColumn) =>
    !entryColumns.some((each) => each === column) || answered.some((each) => each === column);
  return {
    id: formId({ plan: plan.code, round: number, organisation: membership.slug }),
    columns: formColumns.filter(isShown),
    rows: groups.flatMap(({ goal, home, rows }) =>
      rows.map((question) => {
        const known = kept.get(question.key) ?? null;
        const { code, name, period, frequency, asked, target } = question;
        const unit = [asked.unit, kindWords(question)].filter(Boolean).join("");
        const part = periodLabel(frequency, period);
        const answer = (column: EntryColumn) => answerCell(column, question, known?.answer ?? null);
        return {
          open: takesFigures && isEnteredHere(known?.state ?? null),
          cells: {
            number: text(printedNumber(code, period)),
            goal: text(goal.name),
            project: text(home.kind === "goal" ? "" : home.name),
            indicator: text(name),
            unit: text(unit),
            period: text(`${fiscalYearShort(fy)}${part}`),
            before: text(beforeText(question)),
            target: target?.value
              ? { cell: displayFigure(target.value, question), field: null }
              : words(target?.text ?? ""),
            first: answer("first"),
            second: answer("second"),
            quality: answer("quality"),
            note: answer("note"),
            state: text(stateWords[known?.state ?? "none"]),
            version: text(String(known?.version ?? 0)),
          },
        };
      }),
    ),
  };
}

function text(cell: string): FormCellModel {
  return { cell, field: null };
}

function words(said: string, field: AnswerField | null = null): FormCellModel {
  return { cell: { words: said }, field };
}

function kindWords({ asked }: EntryQuestion): string {
  const words = answerKindWords[answerKind(asked)];
  return words && `（${words}）`;
}

/** A cell as the grid shows it; of a row in which nothing was entered yet all are empty. */
function answerCell(
  column: EntryColumn,
  { asked }: EntryQuestion,
  answer: RawAnswer | null,
): FormCellModel {
  const field = fieldIn(column, asked);
  const given = (field && answer?.[field]) || "";
  switch (field) {
    case "value":
    case "numerator":
    case "denominator":
      return given === "" ? words("", field) : { cell: given, field };
    case "quality":
      return { cell: given && qualityWords[given as Quality], field };
    case "reached":
      return words(given && reachedWords[given as "yes" | "no"], field);
    case "note":
      return { cell: given, field };
    default:
      return words(given, field);
  }
}

/** 「1,234（R4）」, 「調査中（R4上半期）」, and of milestones their words. */
function beforeText(question: EntryQuestion): string {
  const { before, frequency } = question;
  if (!before) return "－";
  const when = `${fiscalYearShort(before.fy)}${periodLabel(frequency, before.period)}`;
  const figure = displayFigure(answerFigure(before), question);
  const said = figure === null ? (before.words ?? "") : formatFigure(figure);
  const kind = before.quality === "final" ? "" : qualityWords[before.quality];
  return `${[said, kind].filter(Boolean).join(" ")}（${when}${before.isDemo ? "・デモ" : ""}）`;
}

/** What a form is saved as: 「回答様式_佐賀県_令和5（2023）年度実績の照会」. */
export function formFileName({ membership, title }: EntryReading): string {
  return `回答様式_${membership.shortName}_${title}`;
}
