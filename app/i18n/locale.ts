/** The languages of the interface; the texts of plans stay as they were written. */
export const locales = ["ja", "en"] as const;
export type Locale = (typeof locales)[number];

let read: () => Locale = () => "ja";

/** The language that is being answered in. In the browser it is Japanese: no page with scripts of its own has another. */
export function locale(): Locale {
  return read();
}

/** Tells once, when a process starts, where the language of what is being answered is known from. */
export function readLocaleFrom(source: () => Locale): void {
  read = source;
}

export function isLocale(value: unknown): value is Locale {
  return (locales as readonly unknown[]).includes(value);
}
