import type { ObservationState, Quality } from "#app/domain/observation/states.ts";
import { t, translated } from "./t.ts";

/** The words for the kinds of answer, in forms, badges and files alike. */
export const qualityWords: Record<Quality, string> = translated({
  final: "確定",
  provisional: "集計中",
  under_survey: "調査中",
  not_applicable: "対象外",
  no_data: "実績なし",
});

/** 達成 and 未達, of a milestone. */
export const reachedWords = translated({ yes: "達成", no: "未達" });

/** Where an answer stands, in one word; `none` while nothing was entered. */
export const stateWords: Record<ObservationState | "none", string> = translated({
  none: "未入力",
  draft: "下書き",
  proposed: "決裁待ち",
  submitted: "提出済",
  returned: "差戻し",
  accepted: "受理",
});

/** What the reason of a version is: of a return, of a deputy's decision. */
export function reasonLabel({ state }: { state: ObservationState }): string {
  switch (state) {
    case "returned":
      return t`差戻し理由`;
    case "submitted":
      return t`代決の理由`;
    default:
      return t`団体内の差戻し理由`;
  }
}
