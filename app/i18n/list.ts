import { locale } from "./locale.ts";
import { t } from "./t.ts";

/** Several things one after the other: 「福岡県、佐賀県」, "Fukuoka, Saga". */
export function listText(items: readonly string[]): string {
  return items.join(t`、`);
}

/** Sentences one after the other, without those that are not said: with a space between them in English. */
export function sentencesText(sentences: readonly (string | null | false)[]): string {
  return sentences.filter(Boolean).join(locale() === "en" ? " " : "");
}
