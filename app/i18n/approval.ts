import type { DeputyStanding } from "#app/domain/approval/deputy.ts";
import { holderOf } from "#app/domain/observation/holder.ts";
import type { ReviewResult } from "#app/domain/observation/review-rows.ts";
import type { ObservationState } from "#app/domain/observation/states.ts";
import { reasonLabel } from "./answer.ts";

/** In whose hands an answer is, to people of its own organisation: 「幹事団体（福岡県）」. */
export function holderText(state: ObservationState | null, lead: string | null): string {
  switch (holderOf(state)) {
    case "reporter":
      return "自団体の担当者";
    case "approver":
      return "自団体の決裁者";
    case "lead":
      return lead === null ? "幹事団体" : `幹事団体（${lead}）`;
    case "nobody":
      return "受理済み";
  }
}

/** The reason that still asks something of an answer's writers; null where none does. */
export function openReason(answer: {
  state: ObservationState | null;
  reason: string | null;
}): string | null {
  const { state, reason } = answer;
  if (!reason || (state !== "returned" && state !== "draft")) return null;
  return `${reasonLabel({ state })}：${reason}`;
}

/** Why a proposed answer was not decided on. */
export const approvalRefusals: Record<Exclude<ReviewResult["outcome"], "done">, string> = {
  conflict: "この報告は、画面を開いたあとに更新されています。最新の内容を確認してください。",
  locked:
    "この報告は、ほかの人がすでに決裁したか、担当者が引き戻したか、照会が締め切られています。照会の締切後は、決裁も差戻しもできません。",
  own: "自分が起案した報告は、自分では決裁も差戻しもできません。ほかの決裁者が行ってください。",
};

export const deputyStandingLabels: Record<DeputyStanding, string> = {
  present: "代決中",
  coming: "予定",
  past: "終了",
};
