import type { TokenScope } from "#app/domain/identity/states.ts";

export const tokenScopeLabels: Record<TokenScope, string> = {
  read: "閲覧",
  report: "閲覧と下書きの保存",
};

export const tokenScopeSentences: Record<TokenScope, string> = {
  read: "団体の構成員（閲覧）と同じ範囲の計画、集計及び自団体の報告を読み取ります。",
  report:
    "読み取りに加えて、自団体の報告を下書きとして保存します。起案や提出は、担当者が画面で行います。",
};

export const tokenStandingLabels = {
  open: "有効",
  revoked: "失効",
  expired: "期限切れ",
} as const;
