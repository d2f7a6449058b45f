import { yearOf } from "#app/lib/year.ts";
import type { BoardChoice } from "#app/services/completeness/read.server.ts";

/** The board that an address asks for: of `?round=`, of `?fy=`, or the newest. */
export function boardChoice(request: Request): BoardChoice {
  const given = new URL(request.url).searchParams.get("round");
  if (given === null || given === "") return { round: null, fy: yearOf(request) };
  const round = Number(given);
  if (!Number.isSafeInteger(round)) throw new Response(null, { status: 404 });
  return { round, fy: null };
}
