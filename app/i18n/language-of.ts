import type { ReactNode } from "react";
import { locale } from "./locale.ts";

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;
const englishWord = /[a-z]{3}/;

/**
 * The `lang` of a text that may be a plan's, for screen readers: Japanese on an English page. Nothing
 * where the text is in the language of its page.
 */
export function languageOf(text: ReactNode): "ja" | undefined {
  if (locale() !== "en") return undefined;
  const whole = Array.isArray(text) ? text.join("") : text;
  if (typeof whole !== "string") return undefined;
  return japanese.test(whole) && !englishWord.test(whole) ? "ja" : undefined;
}
