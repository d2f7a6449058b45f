import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { databases } from "#app/lib/databases.server.ts";
import { ownContext, sessionOf } from "#app/lib/session.server.ts";
import { totpCode, totpStep } from "#app/lib/totp.server.ts";
import { beginFactor } from "#app/services/factor/begin.server.ts";
import { confirmFactor } from "#app/services/factor/confirm.server.ts";
import { readBegunFactor } from "#app/services/factor/read.server.ts";
import { createSession, type SignInResult } from "#app/services/session/create.server.ts";
import type { OwnContext } from "#app/services/session/own-context.server.ts";
import { password } from "./accounts.ts";
import { routeArgs } from "./web.ts";

let addresses = 0;
/** Somebody at a machine from which nobody has come yet. */
export const newVisitor = () => ({
  clientAddress: `203.0.113.${++addresses % 250}-${addresses}`,
  requestId: randomUUID(),
});

/** Tries an address and a password. */
export function attempt(email: string, given = password, visitor = newVisitor()) {
  const { identity } = databases();
  return createSession(identity, { email, password: given }, visitor, new Headers());
}

/** The cookie of a Set-Cookie as a browser sends it back, and the token in a step's. */
export const cookieIn = (setCookie: string) => setCookie.split(";")[0] ?? "";
export const tokenIn = (setCookie: string) => cookieIn(setCookie).split("=")[1] ?? "";

/** Who holds a cookie. */
export function sessionBy(cookie: string) {
  const args = routeArgs("/", { cookie });
  return sessionOf(args.request, args.context);
}

/** Somebody at their own account, by the cookie of a session. */
export async function ownBy(cookie: string): Promise<OwnContext & { email: string }> {
  const args = routeArgs("/", { cookie });
  const session = await sessionOf(args.request, args.context);
  if (!session) throw new Error("No session");
  return { ...ownContext(args, session), clientAddress: randomUUID(), email: session.email };
}

/** The cookie of a sign-in that went through. */
export function cookieOfSignIn(result: SignInResult): string {
  if (!result.ok) throw new Error(`Not signed in: ${result.reason}`);
  return cookieIn(result.setCookie);
}

/** Sets up an authenticator; answers its secret, the recovery codes and the cookie of the new session. */
export async function withAuthenticator(cookie: string, now: Date) {
  const own = await ownBy(cookie);
  await beginFactor(own);
  const { secret } = await readBegunFactor(own, own.email);
  const { codes, setCookie } = await confirmFactor(
    own,
    { code: totpCode(secret, totpStep(now)) },
    now,
  );
  return { secret, codes, cookie: cookieIn(setCookie) };
}

/** The kinds and subjects of the mails that somebody is to get, oldest first. */
export async function mailsTo(owner: Sql, userId: string): Promise<string[]> {
  const rows = await owner<{ subject: string }[]>`
    select subject from mails where user_id = ${userId} order by created_at, id`;
  return rows.map(({ subject }) => subject);
}
