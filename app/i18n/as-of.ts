import { dayText, momentText } from "./labels.ts";
import { t } from "./t.ts";

/** From when a page is read, by the text of its address; domain/rollup/as-of has read it before. */
export function asOfWords(text: string): string {
  const edition = /^edition-(\d+)$/.exec(text)?.[1];
  if (edition !== undefined) return t`公表された第${edition}版を表示しています`;
  const at = text.includes("T") ? momentText(new Date(text)) : dayText(text);
  return t`${at}時点の集計を表示しています`;
}
