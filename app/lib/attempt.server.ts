import { data } from "@remix-run/node";

type Refusal =
  | { reason: "refused" | "no_membership" }
  | { reason: "slow_down"; waitSeconds: number };

/** The answer to an attempt at saying who one is that came to nothing; `email` as it was typed. */
export function refusedAttempt(refusal: Refusal, email = "", byPasskey = false) {
  const typed = { email, byPasskey };
  if (refusal.reason !== "slow_down")
    return data({ reason: refusal.reason, ...typed }, { status: 401 });
  const { reason, waitSeconds } = refusal;
  const headers = { "Retry-After": String(waitSeconds) };
  const minutes = Math.ceil(waitSeconds / 60);
  return data({ reason, minutes, ...typed }, { status: 429, headers });
}
