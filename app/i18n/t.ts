import { createElement, Fragment, type ReactNode } from "react";
import { locale } from "./locale.ts";

type Catalogue = Readonly<Record<string, string>>;

let english: Catalogue = {};

/** Gives a process the English words; the browser gets along without them. */
export function provideEnglish(catalogue: Catalogue): void {
  english = catalogue;
}

/**
 * A text of the interface in the language that is being answered in. It stands in the code as it reads
 * in Japanese; with `{0}`, `{1}` in the place of its values it is the key of the English one, where they
 * may stand in another order: t`${count}件の報告` is "{0}件の報告", in English "{0} reports".
 */
export function t(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return pieces(parts, values).join("");
}

/** The same with elements among its values. */
export function rich(parts: TemplateStringsArray, ...values: ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...pieces(parts, values));
}

/** A list of words whose entries are read in the language that is being answered in. */
export function translated<Words extends Readonly<Record<string, string>>>(words: Words): Words {
  const properties = Object.entries(words).map(([key, japanese]) => [
    key,
    { enumerable: true, get: () => wordOf(japanese) },
  ]);
  return Object.defineProperties({}, Object.fromEntries(properties)) as Words;
}

/** A word in the language that is being answered in. */
function wordOf(japanese: string): string {
  return locale() === "en" ? (english[japanese] ?? japanese) : japanese;
}

function pieces<Value>(parts: TemplateStringsArray, values: Value[]): (string | Value)[] {
  const found =
    locale() === "en"
      ? english[parts.reduce((key, part, n) => `${key}{${n - 1}}${part}`)]
      : undefined;
  const texts = found?.split(/\{(\d+)\}/) ?? null;
  if (texts) return texts.flatMap((text, n) => (n % 2 === 0 ? text : (values[Number(text)] ?? "")));
  return parts.flatMap((part, n) => (n === 0 ? part : [values[n - 1] as Value, part]));
}
