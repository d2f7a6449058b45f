import { organisations } from "#app/i18n/en/organisations.ts";
import { levelTerms, markTerms } from "#app/i18n/en/plan-terms.ts";
import { locale } from "#app/i18n/locale.ts";

/**
 * What a page shows, with the organisations, the marks and the levels of the plans in it called as they
 * are in English where the page is. The database knows them in Japanese. A text that is an organisation's
 * name and nothing else is meant as one; marks are told by what they are labelled, never by their symbols,
 * which figures are counted by.
 */
export function namedInLanguage<Reading>(reading: Reading): Reading {
  return locale() === "en" ? (named(reading, organisations) as Reading) : reading;
}

type Names = Readonly<Record<string, string>>;

function named(value: unknown, names: Names): unknown {
  // A text may be called like something that every list has by itself: 「constructor」.
  if (typeof value === "string") return Object.hasOwn(names, value) ? names[value] : value;
  if (Array.isArray(value)) return value.map((each) => named(each, names));
  if (value instanceof Map)
    return new Map([...value].map(([key, each]) => [key, named(each, names)]));
  // Dates and exact decimals hold no names.
  if (value === null || typeof value !== "object") return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, named(each, namesOf(key, value, names))]),
  );
}

/** By which list the property of something is named. */
function namesOf(key: string, { symbol }: { symbol?: unknown }, names: Names): Names {
  if (key === "levelNames") return levelTerms;
  if (key === "label" && symbol !== undefined) return markTerms;
  return names;
}
