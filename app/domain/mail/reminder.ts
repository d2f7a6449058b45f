import { dateInJapan } from "../fiscal-year/fiscal-year.ts";

/** So many days after the due day people are reminded; negative ones are before it. */
export const reminderDays = [-14, -7, -1, 1, 7, 14] as const;
export type ReminderDay = (typeof reminderDays)[number];

const day = 86_400_000;

/** Which reminder of a round with this due day falls on the day of `now` in Japan; null for none. */
export function reminderOn(dueOn: string, now: Date): ReminderDay | null {
  const days = (Date.parse(dateInJapan(now)) - Date.parse(dueOn)) / day;
  return reminderDays.find((each) => each === days) ?? null;
}

/** The due days whose rounds have a reminder on the day of `now`. */
export function remindedDueDays(now: Date): string[] {
  const today = Date.parse(dateInJapan(now));
  return reminderDays.map((days) => new Date(today - days * day).toISOString().slice(0, 10));
}

/** Whether the morning's reminders are due by now: from half past eight in Japan. */
export function isReminderTime(now: Date): boolean {
  const minutes = ((now.getUTCHours() + 9) % 24) * 60 + now.getUTCMinutes();
  return minutes >= 8 * 60 + 30;
}
