import type { FiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import type { Frequency } from "#app/domain/indicator/definition.ts";
import { type MailItem, oneLine } from "#app/domain/mail/mail.ts";
import type { ReminderDay } from "#app/domain/mail/reminder.ts";
import { fiscalYearLabel } from "./fiscal-year.ts";
import { dayText, periodLabel, shortDay } from "./labels.ts";

/** How a figure stands that is still owed. */
const owedStates = { none: "未回答", draft: "下書き", returned: "差戻し" } as const;
export type OwedState = keyof typeof owedStates;

/** 「令和5年度」: a letter needs no second calendar. */
function yearOf(fy: FiscalYear): string {
  return fiscalYearLabel(fy).replace(/（\d+）/, "");
}

/** One figure that is owed, as a reminder lists it. */
export function owedText(figure: {
  name: string;
  frequency: Frequency;
  period: number;
  state: OwedState;
}): string {
  const part = periodLabel(figure.frequency, figure.period);
  return oneLine(`${figure.name}${part && `　${part}`}（${owedStates[figure.state]}）`, 200);
}

/** The mail that reminds an organisation's people of a round, before or after its due day. */
export function reminderMail(
  round: { plan: string; fy: FiscalYear; dueOn: string },
  organisation: string,
  day: ReminderDay,
  items: readonly MailItem[],
): { subject: string; text: string } {
  const late = day > 0;
  const head = late ? "【督促】" : `【要回答 ${shortDay(round.dueOn)}】`;
  const foot = late ? `（回答期限 ${shortDay(round.dueOn)}）` : "";
  const year = yearOf(round.fy);
  const due = dayText(round.dueOn);
  return {
    subject: oneLine(`${head}${year} KPI報告：未回答 ${items.length}件${foot}`, 100),
    text: [
      `「${oneLine(round.plan, 100)}」の${year}のKPI報告について、${organisation}の回答が済んでいない報告が${items.length}件あります。`,
      late
        ? `回答期限の${due}を過ぎています。速やかに回答をお願いします。`
        : `回答期限は${due}です。期限までに回答をお願いします。`,
      "行き違いで既に提出されている場合は、ご容赦ください。",
    ].join("\n"),
  };
}
