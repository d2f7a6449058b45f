import type { CellWords, EntryColumn } from "#app/domain/entry/columns.ts";
import type { Standing } from "#app/domain/entry/live-row.ts";
import { formatFigure } from "#app/domain/figure/format.ts";
import type { AnswerField } from "#app/domain/observation/answer.ts";
import type { Implausibility } from "#app/domain/observation/plausibility.ts";
import type { Quality } from "#app/domain/observation/states.ts";
import { qualityWords, reachedWords } from "./answer.ts";

/** The heads of the columns in which something is entered. */
export const entryColumnLabels: Record<EntryColumn, string> = {
  first: "実績値",
  second: "分母・重み・到達",
  quality: "区分",
  note: "備考",
};

/** What each field of a row is called beside its KPI. */
export const entryFieldLabels: Record<AnswerField, string> = {
  quality: "区分",
  value: "実績値",
  numerator: "分子",
  denominator: "分母",
  words: "到達した状況",
  reached: "到達",
  note: "備考",
};

/** The same, from the word to the value: what a cell of a spreadsheet may say. */
export const cellWords: CellWords = {
  get quality() {
    return turned(qualityWords);
  },
  get reached() {
    return turned(reachedWords);
  },
};

function turned(words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([value, word]) => [word, value]));
}

/** A field of an answer as people read it. */
export function fieldText(field: AnswerField, text: string): string {
  if (text === "") return "";
  switch (field) {
    case "quality":
      return qualityWords[text as Quality];
    case "reached":
      return reachedWords[text as keyof typeof reachedWords];
    case "value":
    case "numerator":
    case "denominator":
      return formatFigure(text);
    default:
      return text;
  }
}

/** Why a figure is to be looked at once more. */
export const implausibilityWords: Record<Implausibility, string> = {
  ten_times: "前回の値の10倍以上です。",
  a_tenth: "前回の値の10分の1以下です。",
  below_before: "累計の値が、前回の値を下回っています。",
  over_hundred: "100％を超えています。",
  more_decimals: "前回は整数でしたが、小数が入力されています。",
};

const clock = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  hour: "2-digit",
  minute: "2-digit",
});

/** 「10:32」, in Japan. */
export function clockText(at: Date): string {
  return clock.format(at);
}

/**
 * How what was typed in a row stands to what is kept; nothing where there is nothing to say. A row
 * that is open by itself takes nothing when its round is closed.
 */
export function standingText(
  standing: Standing,
  kept: { at: string; author: string | null } | null,
  open: boolean,
): string {
  const at = kept ? ` ${clockText(new Date(kept.at))}` : "";
  switch (standing) {
    case "still":
      return "";
    case "unsaved":
      return "未保存";
    case "saving":
      return "保存中";
    case "saved":
      return `保存済み${at}`;
    case "unreached":
      return "未保存（接続を待っています）";
    case "refused":
      return "エラー：入力を確認してください";
    case "held":
      return `下書きを保存済み${at}（理由の入力待ち）`;
    case "conflict":
      return "未保存：内容を選んでください";
    case "locked":
      if (open) return "未保存：照会が締め切られています";
      return standingText("updated", kept, open);
    case "updated":
      return `${kept?.author ?? "ほかの担当者"}さんが更新${at}`;
  }
}

/** What was done with a whole grid: 「8件を保存しました。2件は確認が必要です」. */
export function entryDoneText(
  step: "save" | "propose" | "submit",
  done: number,
  open: number,
): string {
  const verb = { save: "保存", propose: "起案", submit: "提出" }[step];
  const first =
    done === 0 && open === 0
      ? `新たに${verb}する行はありません`
      : done === 0
        ? `${verb}した行はありません`
        : `${done}件を${verb}しました`;
  return open === 0 ? first : `${first}。${open}件は確認が必要です`;
}
