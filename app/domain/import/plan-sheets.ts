import {
  aggregationWords,
  boundWords,
  directionWords,
  frequencyWords,
  kindWords,
  offered,
  qualityWords,
  reachedWords,
  rubricWords,
  seriesWords,
  valueKindWords,
} from "./plan-words.ts";

/** A column of a sheet; of 「計画」, a line of it. */
export type PlanColumn = {
  field: string;
  /** What stands in the head. */
  heading: string;
  required?: true;
  /** The words that a cell may hold, in the order of its list. */
  words?: readonly string[];
};

export type PlanSheet = { name: string; columns: readonly PlanColumn[] };

/** In front of the first cell of a row that only shows how to fill in the others. */
export const exampleMark = "（例）";

export const factSheet: PlanSheet = {
  name: "計画",
  columns: [
    { field: "code", heading: "計画のコード", required: true },
    { field: "name", heading: "計画の名称", required: true },
    { field: "nickname", heading: "略称" },
    { field: "firstFy", heading: "開始年度", required: true },
    { field: "lastFy", heading: "終了年度", required: true },
    { field: "goal", heading: "基本目標の呼び方" },
    { field: "policy", heading: "施策の呼び方" },
    { field: "project", heading: "事業の呼び方" },
    { field: "rubric", heading: "評価基準", words: offered(rubricWords) },
  ],
};

export const nodeSheet: PlanSheet = {
  name: "体系",
  columns: [
    { field: "code", heading: "コード", required: true },
    { field: "kind", heading: "種別", required: true, words: offered(kindWords) },
    { field: "number", heading: "番号", required: true },
    { field: "name", heading: "名称", required: true },
    { field: "parent", heading: "上位のコード" },
    { field: "lead", heading: "所管団体" },
    { field: "purpose", heading: "目的" },
    { field: "bureau", heading: "担当局" },
    { field: "firstFy", heading: "開始年度" },
    { field: "lastFy", heading: "終了年度" },
    { field: "themes", heading: "横断テーマ" },
    { field: "repostOf", heading: "再掲元" },
  ],
};

export const indicatorSheet: PlanSheet = {
  name: "指標",
  columns: [
    { field: "code", heading: "コード", required: true },
    { field: "home", heading: "所属のコード", required: true },
    { field: "name", heading: "名称", required: true },
    { field: "unit", heading: "単位", required: true },
    { field: "series", heading: "値の種類", required: true, words: offered(seriesWords) },
    { field: "direction", heading: "目指す方向", required: true, words: offered(directionWords) },
    { field: "valueKind", heading: "数値の種類", required: true, words: offered(valueKindWords) },
    { field: "aggregation", heading: "集計の方法", words: offered(aggregationWords) },
    { field: "reporters", heading: "報告団体" },
    { field: "frequency", heading: "報告の頻度", words: offered(frequencyWords) },
    { field: "surveyInterval", heading: "調査の間隔（年）" },
    { field: "surveyFy", heading: "調査年度" },
    { field: "baselineValue", heading: "基準値" },
    { field: "baselineText", heading: "基準値の表記" },
    { field: "baselineAsOf", heading: "基準値の時点" },
    { field: "targetValue", heading: "目標値" },
    { field: "targetText", heading: "目標の表記" },
    { field: "targetFy", heading: "目標年度" },
    { field: "targetBound", heading: "目標の向き", words: offered(boundWords) },
    { field: "firstFy", heading: "開始年度" },
    { field: "lastFy", heading: "終了年度" },
    { field: "source", heading: "出典" },
    { field: "aggregationNote", heading: "集計の注記" },
    { field: "reposts", heading: "再掲先" },
  ],
};

/** Its further columns are years: 「R8」「R9」… */
export const targetSheet: PlanSheet = {
  name: "目標値",
  columns: [{ field: "indicator", heading: "指標のコード", required: true }],
};

export const figureSheet: PlanSheet = {
  name: "実績",
  columns: [
    { field: "indicator", heading: "指標のコード", required: true },
    { field: "organisation", heading: "団体" },
    { field: "fy", heading: "年度", required: true },
    { field: "period", heading: "期間" },
    { field: "quality", heading: "区分", words: offered(qualityWords) },
    { field: "value", heading: "実績値" },
    { field: "numerator", heading: "分子" },
    { field: "denominator", heading: "分母・重み" },
    { field: "words", heading: "到達した状況" },
    { field: "reached", heading: "到達", words: offered(reachedWords) },
    { field: "note", heading: "備考" },
  ],
};

export const planSheets = [factSheet, nodeSheet, indicatorSheet, targetSheet, figureSheet] as const;

/** The sheets that say what the plan is, before any figure. */
export const definitionSheets = [factSheet, nodeSheet, indicatorSheet, targetSheet] as const;
