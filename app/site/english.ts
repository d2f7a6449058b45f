/**
 * Pages that there are in English: what the council and the public read. What is filled in and decided
 * is in Japanese, like the plans.
 */
export const englishPages = [
  "/",
  "/sign-in",
  "/sign-in/second",
  "/account",
  "/guides/glossary",
  "/plans/:plan",
  "/plans/:plan/roadmap",
  "/plans/:plan/matrix",
  "/plans/:plan/matrix.csv",
  "/plans/:plan/matrix.xlsx",
  "/plans/:plan/completeness",
  "/plans/:plan/changes",
  "/plans/:plan/editions",
  "/plans/:plan/meeting",
  "/plans/:plan/packs",
  "/plans/:plan/packs/:pack",
  "/plans/:plan/goals/:node",
  "/plans/:plan/policies/:node",
  "/plans/:plan/projects/:node",
  "/plans/:plan/strategies/:node",
  "/plans/:plan/goals/:node/explanation",
  "/plans/:plan/policies/:node/explanation",
  "/plans/:plan/projects/:node/explanation",
  "/plans/:plan/strategies/:node/explanation",
  "/plans/:plan/indicators/:indicator",
  "/plans/:plan/indicators/:indicator/explanation",
  "/plans/:plan/indicators/:indicator/chart.svg",
  "/plans/:plan/indicators/:indicator/chart.png",
  "/plans/:plan/indicators/:indicator/chart.csv",
  "/plans/:plan/indicators/:indicator/comparison",
  "/plans/:plan/indicators/:indicator/comparison.svg",
  "/plans/:plan/indicators/:indicator/comparison.png",
  "/plans/:plan/indicators/:indicator/comparison.csv",
  "/plans/:plan/indicators/:indicator/observations/:organisation",
] as const;

/** A code in an address; what is called `new` is a form, and forms are in Japanese. */
const code = "(?!new(?:[/.]|$))[^/]+";

const patterns = englishPages.map(
  (page) => new RegExp(`^${page.replace(/:\w+/g, code)}/?(\\.data|_root\\.data)?$`),
);

/** Whether there is an English page at an address. */
export function speaksEnglish(pathname: string): boolean {
  return patterns.some((pattern) => pattern.test(pathname));
}
