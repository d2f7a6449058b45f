import type { HandedOver } from "#app/domain/identity/handover.ts";

/** What each kind of open work is, as a heading over its list. */
export const handoverKindLabels: Record<HandedOver["kind"], string> = {
  draft: "下書きの報告",
  proposal: "決裁待ちの報告",
  import: "取込みの途中のファイル",
  revision: "計画の見直し",
  thread: "未解決の意見・質問",
  deputy: "代決する予定",
  contact: "PTの連絡先",
};

/** The PTs that somebody looks after; without any, all of them. */
export function goalsText(goals: readonly { name: string }[]): string {
  return goals.length === 0 ? "すべて" : goals.map(({ name }) => name).join("、");
}
