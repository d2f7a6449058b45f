import type { RowStanding, StrayRow } from "#app/domain/import/compare.ts";
import type { FormColumn, FormHeadings, FormWords } from "#app/domain/import/form.ts";
import type { ImportState } from "#app/domain/import/states.ts";
import type { AnswerKind } from "#app/domain/observation/answer.ts";
import { cellWords, entryColumnLabels } from "./entry.ts";

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

export const formIdLabel = "様式ID";

export const formWords: FormWords = { headings: formHeadings, cells: cellWords };

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

/** What is said at the head of a column of the form when it is selected. */
export const formPrompts: Partial<Record<FormColumn, string>> = {
  first:
    "数値、分子又は到達した状況を入力します。分からない数値は0とせず、空欄のまま区分で「調査中」を選択します。",
  second: "分母、重み又は「達成」「未達」を入力します。色のない行は入力不要です。",
  quality: "一覧から選択します。空欄は「確定」として扱います。",
  note: "前回の値と大きく異なるときは、理由を入力します。",
  version: "取込に使います。書き換えないでください。",
};

/** How a form is filled in, as its second sheet says it. */
export const formGuide: readonly string[] = [
  "回答欄（色のついたセル）だけに入力してください。ほかのセルは変更できません。",
  "「実績値」には数値を入力します。「1,450」「１，４５０件」「1.2兆円」「▲198」のような書き方も読み取ります。",
  "単位に「分子と分母」とある行は、「実績値」に分子を、右隣の欄に分母を入力します。割合は自動で計算します。",
  "単位に「値と重み」とある行は、「実績値」に値を、右隣の欄に重み（人口、件数など）を入力します。",
  "単位に「状況と到達」とある行は、「実績値」に到達した状況を文章で入力し、右隣の欄で「達成」「未達」を選択します。",
  "「区分」は一覧から選択します。空欄は「確定」として扱います。",
  "数値がまだ分からないときは、0ではなく空欄にし、区分で「調査中」を選択してください。速報値は「集計中」、対象とならない場合は「対象外」、実績がない場合は「実績なし」です。",
  "前回の値と大きく異なる場合などは、「備考」に理由を入力してください。理由がない行は提出できません。",
  "すでに提出した行と受理された行は変更できません。状態の欄で確認してください。",
  "保存した様式は、ポータルの「様式を取り込む」から取り込みます。取り込む前に、変更点を画面で確認できます。",
  "様式を配布したあとにポータルで同じ行が変更されていた場合は、どちらの内容にするかを画面で選択します。",
  "「番号」「版」「様式ID」は、取込に必要です。消したり書き換えたりしないでください。列の順番を変えることや、不要な列を隠すことはできます。",
];

/** How far a file has come. */
export const importStateWords: Record<ImportState, string> = {
  reading: "読取中",
  ready: "確認待ち",
  refused: "読取不可",
  applying: "取込中",
  applied: "取込済み",
  discarded: "取り込まない",
};

/** Why a row of a file was not written. */
export const leftOutWords: Record<RowStanding | StrayRow["why"], string> = {
  ...strayRowWords,
  conflict: "ほかの人の変更と異なり、どちらの内容にするかが選択されませんでした。",
  rejected: "読み取れない値がありました。",
  changed: "取り込む行に選択されませんでした。",
  locked: "提出済みなどのため、変更できない行でした。",
  unchanged: "変更がありませんでした。",
};

/** What was done with a file: 「12件を下書きに保存しました」. */
export function importDoneText(step: "save" | "propose" | "submit", written: number): string {
  const verb = { save: "下書きに保存", propose: "起案", submit: "提出" }[step];
  return written === 0 ? "新たに取り込む内容はありませんでした" : `${written}件を${verb}しました`;
}

/** What the chosen rows become at the press of a button. */
export const importButtons = {
  save: "選んだ行を下書きに保存",
  propose: "選んだ行を起案する（決裁を求める）",
  submit: "選んだ行を提出する",
} as const;
