import type { Period } from "#app/domain/indicator/period.ts";

/** The part of the year of `?period=`; the whole year when absent. What is none is no page. */
export function periodOf(request: Request): Period {
  const given = new URL(request.url).searchParams.get("period");
  if (given === null || given === "") return 0;
  if (!/^\d{1,2}$/.test(given)) throw new Response(null, { status: 404 });
  return Number(given);
}
