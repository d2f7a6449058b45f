import { type FiscalYear, parseFiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";

/** The year of `?fy=`; null when absent. What is no year is no page, and answers 404. */
export function yearOf(request: Request): FiscalYear | null {
  const given = new URL(request.url).searchParams.get("fy");
  if (given === null || given === "") return null;
  const fy = parseFiscalYear(given);
  if (fy === null) throw new Response(null, { status: 404 });
  return fy;
}
