import type { Timeliness } from "#app/domain/completeness/timeliness.ts";
import type { RoundState, RoundStep } from "#app/domain/round/states.ts";
import { t, translated } from "./t.ts";

/** Words for reporting rounds (照会). */
export const roundStateLabels: Record<RoundState, string> = translated({
  preparing: "準備中",
  open: "受付中",
  closed: "締切",
  published: "公表",
});

export const roundStepLabels: Record<RoundStep, string> = translated({
  prepare: "準備",
  open: "開始",
  close: "締切",
  reopen: "再開",
  publish: "公表",
});

export const roundFieldLabels = translated({
  title: "照会の名称",
  dueOn: "回答期限",
  instructions: "照会文",
  indicators: "照会する指標",
  parts: "照会する期間",
  organisations: "照会先の団体",
});

export const timelinessLabels: Record<Timeliness, string> = translated({
  in_time: "期限内",
  late: "期限後",
  missing: "未提出",
});

/** What a page says instead of a form where a figure's round takes nothing more. */
export function closedRoundText(): string {
  return t`照会が締め切られています。訂正が必要な場合は、事務局に照会の再開を依頼してください。`;
}
