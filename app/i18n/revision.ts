import type {
  Aggregation,
  Derivation,
  Direction,
  Feed,
  Frequency,
  Series,
  TargetBound,
  TimeAggregation,
  ValueKind,
} from "#app/domain/indicator/definition.ts";
import type { ChangeKind, FieldChange } from "#app/domain/plan/diff.ts";
import type { BrokenReference } from "#app/domain/plan/integrity.ts";
import type { Ending } from "#app/domain/plan/project-form.ts";
import type {
  ItemState,
  ItemStep,
  RevisionState,
  RevisionStep,
} from "#app/domain/plan/revision.ts";
import type { RateMethod } from "#app/domain/rubric/rubric.ts";
import {
  aggregationLabels,
  derivationLabels,
  directionLabels,
  frequencyLabels,
  seriesLabels,
  timeAggregationLabels,
} from "./labels.ts";
import { rateMethodLabels, valueKindLabels } from "./rubric.ts";

/** Words for the revisions of plans. */
export const changeKindLabels: Record<ChangeKind, string> = {
  added: "新規",
  reposted: "再掲",
  changed: "変更",
  moved: "移動",
  merged: "統合",
  closed: "終了",
};

export const revisionStateLabels: Record<RevisionState, string> = {
  collecting: "募集中",
  assembled: "取りまとめ済み",
  adopted: "決定",
  abandoned: "中止",
};

export const revisionStepLabels: Record<Exclude<RevisionStep, "adopt">, string> = {
  assemble: "取りまとめる",
  reopen: "募集に戻す",
  abandon: "見直しを中止する",
};

export const itemStateLabels: Record<ItemState, string> = {
  proposed: "提案中",
  withdrawn: "取下げ",
  set_aside: "不採用",
};

export const itemStepLabels: Record<ItemStep, string> = {
  propose: "提案",
  withdraw: "取下げ",
  set_aside: "不採用",
  take_up: "採用に戻す",
};

export const endingLabels: Record<Ending, string> = {
  none: "続ける",
  closed: "終了する",
  merged: "ほかのプロジェクトに統合する",
};

const targetBoundLabels: Record<TargetBound, string> = {
  at_least: "以上",
  at_most: "以下",
};

const feedLabels: Record<Feed, string> = { practices: "好事例の件数" };

type ChangedField = Exclude<FieldChange, { kind: "cell" }>["field"];

/** What the fields of a plan's document are called, in lists of changes and on forms. */
export const planFieldLabels: Record<ChangedField, string> = {
  number: "番号",
  name: "名称",
  parent: "基本施策",
  repostOf: "再掲元",
  purpose: "目的",
  overviewText: "概要版での表記",
  bureau: "担当局",
  home: "プロジェクト",
  unit: "単位",
  series: "値の種類",
  direction: "目指す方向",
  valueKind: "数値の種類",
  aggregation: "集計の方法",
  aggregationNote: "集計の注記",
  timeAggregation: "年度内の集計",
  derivation: "算出の方法",
  frequency: "報告の頻度",
  baselineText: "基準値の表記",
  baselineAsOf: "基準値の時点",
  targetText: "目標の表記",
  targetDue: "目標の期限",
  targetBound: "目標の向き",
  rateMethod: "達成率の計算",
  source: "出典",
  feed: "実績の取り込み",
  closedReason: "終了の理由",
  mergedInto: "統合先",
  baselineValue: "基準値",
  targetValue: "目標値",
  firstFy: "開始年度",
  lastFy: "終了年度",
  targetFy: "目標年度",
  targetFromFy: "目標期間の開始年度",
  surveyFy: "調査年度",
  activities: "主な取組",
  themes: "横断テーマ",
  organisations: "参加団体",
  leaders: "責任者",
  fundingTags: "交付金",
  links: "関係する事業",
  reporters: "報告団体",
  parts: "算出に用いる指標",
  shownOn: "掲載先",
};

type Vocabularies = {
  series: Record<Series, string>;
  direction: Record<Direction, string>;
  valueKind: Record<ValueKind, string>;
  aggregation: Record<Aggregation, string>;
  timeAggregation: Record<TimeAggregation, string>;
  derivation: Record<Derivation, string>;
  frequency: Record<Frequency, string>;
  targetBound: Record<TargetBound, string>;
  rateMethod: Record<RateMethod, string>;
  feed: Record<Feed, string>;
};

const vocabularies: Vocabularies = {
  series: seriesLabels,
  direction: directionLabels,
  valueKind: valueKindLabels,
  aggregation: aggregationLabels,
  timeAggregation: timeAggregationLabels,
  derivation: derivationLabels,
  frequency: frequencyLabels,
  targetBound: targetBoundLabels,
  rateMethod: rateMethodLabels,
  feed: feedLabels,
};

/** The word for a value of a field that takes its values from a list; null where it is free text. */
export function planWord(field: string, value: string): string | null {
  if (!Object.hasOwn(vocabularies, field)) return null;
  const words: Record<string, string> = vocabularies[field as keyof Vocabularies];
  return words[value] ?? value;
}

/** Why a proposal cannot stand in the plan as it would be. */
export const brokenWords: Record<BrokenReference["why"], string> = {
  unknown_node: "計画にない項目を参照しています",
  unknown_indicator: "計画にない指標を参照しています",
  twice: "同じコードが2回使われています",
  cycle: "自分自身の下に置かれています",
  no_place: "掲載先がありません",
};

/** What the forms of a project and of a KPI call their fields. */
export const proposalFieldLabels = {
  code: "コード",
  parent: planFieldLabels.parent,
  home: planFieldLabels.home,
  number: planFieldLabels.number,
  name: planFieldLabels.name,
  firstFy: planFieldLabels.firstFy,
  lastFy: planFieldLabels.lastFy,
  purpose: planFieldLabels.purpose,
  activities: planFieldLabels.activities,
  overviewText: planFieldLabels.overviewText,
  bureau: planFieldLabels.bureau,
  repostOf: planFieldLabels.repostOf,
  ending: "終了・統合",
  mergedInto: planFieldLabels.mergedInto,
  unit: planFieldLabels.unit,
  valueKind: planFieldLabels.valueKind,
  series: planFieldLabels.series,
  direction: planFieldLabels.direction,
  source: planFieldLabels.source,
  baselineValue: planFieldLabels.baselineValue,
  baselineText: planFieldLabels.baselineText,
  baselineAsOf: planFieldLabels.baselineAsOf,
  targetValue: planFieldLabels.targetValue,
  targetText: planFieldLabels.targetText,
  targetDue: planFieldLabels.targetDue,
  targetFy: planFieldLabels.targetFy,
  targetBound: planFieldLabels.targetBound,
  aggregation: planFieldLabels.aggregation,
  aggregationNote: planFieldLabels.aggregationNote,
  reposts: "再掲先",
  closed: "終了",
  closedReason: planFieldLabels.closedReason,
  reason: "提案の理由",
} as const;

/** A field that two changes met in, by its path in the document (`project.purpose`). */
export function conflictFieldText(path: string): string {
  const field = path.split(".").at(-1) ?? "";
  if (field === "roadmap") return "ロードマップ";
  if (field === "code") return proposalFieldLabels.code;
  return planFieldLabels[field as ChangedField] ?? field;
}
