import { data } from "@remix-run/node";

type Refusal =
  | { reason: "refused" | "no_membership" }
  | { reason: "slow_down"; waitSeconds: number };

/** The answer to an attempt at saying who one is that came to nothing; `email` as it was typed. */
export function refusedAttempt(refusal: Refusal, email = "") {
  if (refusal.reason !== "slow_down")
    return data({ reason: refusal.reason, email }, { status: 401 });
  const { reason, waitSeconds } = refusal;
  const headers = { "Retry-After": String(waitSeconds) };
  return data({ reason, email, minutes: Math.ceil(waitSeconds / 60) }, { status: 429, headers });
}
