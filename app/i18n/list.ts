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

/** A label as it stands within a sentence: 「団体」 of 「7団体」, "organisations" of "7 organisations". */
export function inSentence(label: string): string {
  if (locale() !== "en" || !/^[A-Z][a-z]/.test(label)) return label;
  return label.charAt(0).toLowerCase() + label.slice(1);
}
