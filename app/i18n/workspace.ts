import type { ObservationState } from "#app/domain/observation/states.ts";
import type { VersionKind } from "#app/domain/plan/revision.ts";
import type { MilestoneStep } from "#app/domain/progress/milestone.ts";
import { fiscalYearShort } from "./fiscal-year.ts";
import { milestoneStateLabels } from "./progress.ts";

/** What a contact of an organisation says, in the order of its form. */
export const contactLabels = {
  department: "部署",
  person: "担当者",
  phone: "電話番号",
  email: "メールアドレス",
  note: "備考",
} as const;
export type ContactField = keyof typeof contactLabels;

/** What happened to a figure, as a list of changes says it. */
export const figureChangeLabels: Record<ObservationState, string> = {
  draft: "報告を入力",
  proposed: "報告を起案",
  submitted: "報告を提出",
  returned: "報告を差戻し",
  accepted: "報告を受理",
};

/** What happened to a milestone. */
export const milestoneChangeLabels: Record<"save" | MilestoneStep, string> = {
  save: "マイルストーンの内容を登録",
  start: `マイルストーンを「${milestoneStateLabels.started}」に変更`,
  delay: `マイルストーンを「${milestoneStateLabels.late}」に変更`,
  reach: `マイルストーンを「${milestoneStateLabels.reached}」に変更`,
  cancel: `マイルストーンを「${milestoneStateLabels.cancelled}」に変更`,
  reopen: `マイルストーンを「${milestoneStateLabels.started}」に戻す変更`,
};

/** What happened to the plan. */
export const planChangeLabels: Record<VersionKind, string> = {
  original: "計画を策定",
  revision: "計画を見直し",
  edit: "計画の内容を修正",
};

/** 「「女性の就業率」（佐賀県・R5報告値）」, or the name alone. */
export function subjectText(name: string, reporter: string | null, fy: number | null): string {
  if (reporter === null || fy === null) return `「${name}」`;
  return `「${name}」（${reporter}・${fiscalYearShort(fy)}報告値）`;
}

/** What an organisation is in a PT. */
export const partnerRoleLabels = {
  lead: "幹事団体",
  partner: "参加団体",
  economic_partner: "経済団体",
} as const;
