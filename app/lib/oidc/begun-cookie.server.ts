import { z } from "zod";
import { seal, unseal } from "#app/lib/sealed.server.ts";
import { stepCookie, stepToken } from "#app/lib/session-cookie.server.ts";
import { webConfig } from "#app/lib/web-config.server.ts";

/** How the cookie of a sign-in at an organisation's service is called. */
export const stepKind = "sign_on";
const seconds = 10 * 60;
const purpose = "sign-on that was begun";

const schema = z.object({
  slug: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Whether the service was told to ask who it is, also if it knows. */
  anew: z.boolean(),
  /** Where they wanted to be; empty for nowhere. */
  to: z.string(),
  until: z.number(),
});

/** A sign-in that was begun at an organisation's service, and what must come back with it. */
export type Begun = Omit<z.infer<typeof schema>, "until">;

/** The Set-Cookie by which the browser keeps what was begun, unreadable to it and others. */
export function sealBegun(begun: Begun): string {
  const text = JSON.stringify({ ...begun, until: Date.now() + seconds * 1000 });
  return stepCookie(stepKind, seal(webConfig().authSecret, purpose, text), seconds);
}

/** What was begun in this browser; null when nothing was, too long ago, or elsewhere. */
export function begunOf(cookieHeader: string): Begun | null {
  const text = unseal(webConfig().authSecret, purpose, stepToken(cookieHeader, stepKind));
  if (text === null) return null;
  const { until, ...begun } = schema.parse(JSON.parse(text));
  return Date.now() < until ? begun : null;
}
