import { fiscalYearShort } from "./fiscal-year.ts";
import { dayText } from "./labels.ts";

/** One piece of open work in a line; it is kept as it is said on the day of the handover. */
export const openWorkLabels = {
  answer: (name: string, fy: number) => `${name}（${fiscalYearShort(fy)}）`,
  import: (fileName: string) => fileName,
  revision: (title: string) => title,
  thread: (name: string) => `「${name}」についての意見・質問`,
  deputy: (fromOn: string, untilOn: string) => `${dayText(fromOn)}～${dayText(untilOn)}`,
  contact: (pt: string) => pt,
};
