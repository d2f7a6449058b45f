import type { PackPart, PackState } from "#app/domain/pack/pack.ts";
import { fiscalYearShort } from "./fiscal-year.ts";
import { t, translated } from "./t.ts";

// The words of council packs, for their pages and for what is printed.

export const packPartLabels: Record<PackPart, string> = translated({
  cover: "表紙",
  summary: "概要",
  pts: "PT別の状況",
  roadmap: "ロードマップ",
  table: "KPI一覧",
  changes: "前回からの変更",
  missing: "未報告の実績",
  revisions: "見直しの案",
});

/** A part as a plan calls it: a city's plan has goals and no PTs. */
export function packPartLabel(part: PackPart, levelNames: { goal: string }): string {
  return part === "pts" && levelNames.goal !== "PT"
    ? t`${levelNames.goal}別の状況`
    : packPartLabels[part];
}

export const packStateWords: Record<PackState, string> = translated({
  making: "作成中",
  ready: "作成済み",
  failed: "作成できませんでした",
});

/** 「R6　第2版」 */
export function editionText({ fy, edition }: { fy: number; edition: number }): string {
  return t`${fiscalYearShort(fy)}　第${edition}版`;
}

const problems: Record<string, string> = translated({
  no_browser: "PDFを作成するブラウザーがサーバーにありません。運用の担当者に連絡してください。",
  busy: "ほかの資料を作成しているため、作成できませんでした。しばらく待ってから、もう一度作成してください。",
  too_slow:
    "時間内に作成できませんでした。部分やPTを減らすか、時間をおいて、もう一度作成してください。",
  failed: "作成中に問題が起きました。時間をおいて、もう一度作成してください。",
  edition: "公表された版を選択してください。",
  meeting: "会議の名称を100文字以内で入力してください。",
  meeting_on: "会議の日を「2026-11-20」のように入力してください。",
  pts: "資料に含めるものを、1つ以上選択してください。",
  parts: "資料の部分を、1つ以上選択してください。",
  too_many: "同時に作成できる資料は5つまでです。ほかの資料ができてから、もう一度作成してください。",
});

/** Why a pack was not begun or not made, by its key (`pack.…`). */
export function packProblem(key: string): string {
  return problems[key.replace(/^pack\./, "")] ?? problems.failed ?? "";
}
