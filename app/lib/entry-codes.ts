import type { Params } from "@remix-run/react";
import type { EntryCodes } from "#app/services/entry/owed-rows.server.ts";

/** An organisation and a round that asks it, from an address. Throws a 404 for what is no number. */
export function entryCodes({ organisation, plan, round = "" }: Params): EntryCodes {
  if (!/^[1-9]\d{0,5}$/.test(round)) throw new Response(null, { status: 404 });
  return { organisation: String(organisation), plan: String(plan), round: Number(round) };
}
