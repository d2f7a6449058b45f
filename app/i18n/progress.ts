import type { ActivityState } from "#app/domain/progress/activity.ts";
import type { Due, MilestoneState, MilestoneStep } from "#app/domain/progress/milestone.ts";
import type { ProgressStatus, UpdateScope } from "#app/domain/progress/status.ts";
import { fiscalYearLabel } from "./fiscal-year.ts";
import { dayText } from "./labels.ts";

/** Words for how projects get on. */
export const progressStatusLabels: Record<ProgressStatus, string> = {
  on_track: "順調",
  slipping: "やや遅れ",
  late: "遅れ",
  completed: "完了",
  stopped: "中止",
};

/** What each status means, for those who choose one. */
export const progressStatusHints: Record<ProgressStatus, string> = {
  on_track: "予定どおり進んでいる",
  slipping: "遅れがあるが、年度内に取り戻せる見込み",
  late: "予定の見直しや対応が必要",
  completed: "予定した取組をすべて終えた",
  stopped: "取組を取りやめた",
};

export const updateTextLabels = {
  done: "実施したこと",
  issues: "課題",
  next: "今後の予定",
} as const;

/** 「佐賀県の取組」, 「全体」: what an update speaks of. */
export function updateScopeLabel(scope: UpdateScope, organisation: string): string {
  return scope === "whole" ? "全体" : `${organisation}の取組`;
}

export const milestoneStateLabels: Record<MilestoneState, string> = {
  planned: "予定",
  started: "着手",
  reached: "達成",
  late: "遅れ",
  cancelled: "取りやめ",
};

export const milestoneStepLabels: Record<MilestoneStep, string> = {
  start: "着手した",
  delay: "遅れている",
  reach: "達成した",
  cancel: "取りやめる",
  reopen: "着手に戻す",
};

export const milestoneStepHints: Record<MilestoneStep, string | undefined> = {
  start: undefined,
  delay: "理由を入力してください",
  reach: "達成日を入力してください",
  cancel: "理由を入力してください",
  reopen: "達成や取りやめの記録を取り消す場合。理由を入力してください",
};

export const activityStateLabels: Record<ActivityState, string> = {
  not_started: "未着手",
  started: "実施中",
  late: "遅れ",
  done: "完了",
  stopped: "中止",
};

const date = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", dateStyle: "long" });

/** 「2026年11月20日」 of a moment, in Japan. */
export function dateText(at: Date): string {
  return date.format(at);
}

/** 「2026年11月30日（月）」 or 「令和8（2026）年度中」. */
export function dueText({ dueOn, dueFy }: Due): string {
  if (dueOn !== null) return dayText(dueOn);
  return dueFy === null ? "" : `${fiscalYearLabel(dueFy)}中`;
}
