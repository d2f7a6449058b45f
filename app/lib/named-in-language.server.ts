import { organisations } from "#app/i18n/en/organisations.ts";
import { locale } from "#app/i18n/locale.ts";

/**
 * What a page shows, with the organisations in it called as they are in English where the page is.
 * The database knows them in Japanese; a text that is one's name and nothing else is meant as one.
 */
export function namedInLanguage<Reading>(reading: Reading): Reading {
  return locale() === "en" ? (named(reading) as Reading) : reading;
}

function named(value: unknown): unknown {
  if (typeof value === "string") return organisations[value] ?? value;
  if (Array.isArray(value)) return value.map(named);
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, named(each)]));
  // Dates and exact decimals hold no names.
  if (value === null || typeof value !== "object") return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, named(each)]));
}
