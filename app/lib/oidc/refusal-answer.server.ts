import { data } from "@remix-run/node";
import { forgotten, type Refusal } from "./sign-on.server.ts";

const statuses: Record<Refusal["reason"], number> = {
  unknown: 404,
  not_begun: 400,
  declined: 403,
  failed: 502,
  refused: 403,
  slow_down: 429,
};

/** The answer to a sign-in at an organisation's service that did not come about; it begins anew. */
export function refusalAnswer(refusal: Refusal) {
  const headers = new Headers({ "Set-Cookie": forgotten() });
  const minutes = refusal.reason === "slow_down" ? Math.ceil(refusal.waitSeconds / 60) : 0;
  if (refusal.reason === "slow_down") headers.set("Retry-After", String(refusal.waitSeconds));
  const { ok, reason } = refusal;
  return data({ ok, reason, minutes }, { status: statuses[reason], headers });
}
