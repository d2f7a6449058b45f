import type { RowStanding, StrayRow } from "#app/domain/import/compare.ts";
import type { FormHeadings } from "#app/domain/import/form.ts";
import type { AnswerKind } from "#app/domain/observation/answer.ts";
import { entryColumnLabels } from "./entry.ts";

/** The heads of a form; the first is printed, the others are what people call the same. */
export const formHeadings: FormHeadings = {
  number: ["番号", "指標番号", "KPI番号", "コード"],
  goal: ["PT", "基本目標"],
  project: ["プロジェクト", "事業", "施策"],
  indicator: ["指標", "KPI", "指標名"],
  unit: ["単位"],
  period: ["期間", "年度"],
  before: ["前回の値", "前回"],
  target: ["目標（域内）", "目標"],
  first: [entryColumnLabels.first, "実績", "値", "分子", "到達した状況"],
  second: [entryColumnLabels.second, "分母", "重み", "到達"],
  quality: [entryColumnLabels.quality, "回答の区分"],
  note: [entryColumnLabels.note, "理由"],
  state: ["状態"],
  version: ["版"],
};

/** What an answer of each kind is made of, for the head of its row. */
export const answerKindWords: Record<AnswerKind, string> = {
  figure: "",
  fraction: "分子と分母",
  weighted: "値と重み",
  words: "状況と到達",
};

/** How a row of a file stands to what is kept, in one word. */
export const rowStandingWords: Record<RowStanding, string> = {
  conflict: "要選択",
  rejected: "読取不可",
  changed: "変更",
  locked: "変更不可",
  unchanged: "変更なし",
};

/** Why a row of a file belongs to nothing that is asked. */
export const strayRowWords: Record<StrayRow["why"], string> = {
  no_number: "番号がありません。様式の「番号」の欄を消さずに使ってください。",
  not_asked: "この照会で貴団体に求めている番号ではありません。",
  twice: "同じ番号の行が2つあり、内容が異なります。どちらか一方の行だけにしてください。",
};
