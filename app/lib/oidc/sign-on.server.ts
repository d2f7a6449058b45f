import type { AppLoadContext } from "@remix-run/node";
import { provedTwice, provenAt, vouchedAddress } from "#app/domain/identity/sign-on.ts";
import { databases } from "#app/lib/databases.server.ts";
import { safeReturnPath } from "#app/lib/return-path.ts";
import { sessionOf } from "#app/lib/session.server.ts";
import { stepCookie } from "#app/lib/session-cookie.server.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import { giveBack, type Spent, spend } from "#app/services/limit/spend.server.ts";
import { admitVouched } from "#app/services/provider/admit.server.ts";
import { findProvider, type Provider } from "#app/services/provider/find.server.ts";
import { paths } from "#app/site/paths.ts";
import { begunOf, sealBegun, stepKind } from "./begun-cookie.server.ts";
import { askForProof, type Client, NoProof, redeemProof } from "./client.server.ts";
import type { FetchRules } from "./guarded-fetch.server.ts";

type Args = { request: Request; context: AppLoadContext };

/**
 * Why somebody is not signed in: the organisation has no service (`unknown`); the way was not begun in
 * this browser, or too long ago (`not_begun`); the service said no (`declined`) or no sense (`failed`);
 * it vouched for nobody whom the portal knows there (`refused`).
 */
export type Refusal =
  | { ok: false; reason: "unknown" | "not_begun" | "declined" | "failed" | "refused" }
  | { ok: false; reason: "slow_down"; waitSeconds: number };

/** Where sign-in services may be. Plain http is for tests, and for hosts that are named. */
export function fetchRules(): FetchRules {
  const { oidcAllowedHosts, mode } = webConfig();
  return { allowedHosts: oidcAllowedHosts, plain: mode === "local" };
}

/**
 * The address that people come back to. Each organisation has its own, so that no service can pass off
 * the answer of another's as one of its own (RFC 9700, mix-up).
 */
export function redirectAddress(slug: string): string {
  return `${webConfig().appUrl}${paths.signOnCallback(slug)}`;
}

/** Begins a sign-in at an organisation's service: where to go, and what the browser keeps meanwhile. */
export async function beginSignOn({ request, context }: Args, slug: string, to: string | null) {
  const slow = await slowDown(context);
  if (slow) return slow;
  const provider = await findProvider(databases().identity, slug, webConfig().authSecret);
  if (!provider) return { ok: false as const, reason: "unknown" as const };
  const anew = (await sessionOf(request, context)) !== null;
  try {
    const redirect = redirectAddress(slug);
    const { address, sent } = await askForProof(fetchRules(), clientOf(provider), redirect, anew);
    const setCookie = sealBegun({ ...sent, slug, anew, to: safeReturnPath(to, "") });
    return { ok: true as const, address, shortName: provider.shortName, setCookie };
  } catch (error) {
    return unproven(context, slug, error);
  }
}

/** Ends it: a session of its own for whom the service vouches for. */
export async function finishSignOn({ request, context }: Args, slug: string) {
  const begun = begunOf(request.headers.get("cookie") ?? "");
  const { search, searchParams } = new URL(request.url);
  if (!begun || begun.slug !== slug || searchParams.get("state") !== begun.state)
    return { ok: false as const, reason: "not_begun" as const };
  const slow = await slowDown(context);
  if (slow) return slow;
  const { identity } = databases();
  const provider = await findProvider(identity, slug, webConfig().authSecret);
  if (!provider) return { ok: false as const, reason: "unknown" as const };
  try {
    const callback = new URL(`${redirectAddress(slug)}${search}`);
    const proof = await redeemProof(fetchRules(), clientOf(provider), callback, begun);
    const { issuer, subject, claims } = proof;
    const { organisationId } = provider;
    const vouched = { organisationId, issuer, subject, address: vouchedAddress(claims) };
    const setCookie = await admitVouched(identity, vouched, {
      secondFactor: provedTwice(claims),
      confirmedAt: provenAt(claims, begun.anew, new Date()),
      requestHeaders: request.headers,
      requestId: context.requestId,
    });
    if (setCookie === null) return { ok: false as const, reason: "refused" as const };
    // Beginning and ending took one each; only what failed counts.
    await giveBack(identity, "one", limitOf(context));
    await giveBack(identity, "one", limitOf(context));
    return { ok: true as const, to: begun.to, setCookies: [setCookie, forgotten()] };
  } catch (error) {
    return unproven(context, slug, error);
  }
}

/** Takes what was begun out of the browser: it serves once. */
export function forgotten(): string {
  return stepCookie(stepKind, "", 0);
}

function unproven({ log }: AppLoadContext, organisation: string, error: unknown): Refusal {
  if (!(error instanceof NoProof)) throw error;
  const { reason, code } = error;
  log.warn({ organisation, reason, code }, "a sign-in service gave no proof");
  return { ok: false, reason };
}

async function slowDown(context: AppLoadContext): Promise<Refusal | null> {
  const waitSeconds = await spend(databases().identity, limitOf(context));
  return waitSeconds > 0 ? { ok: false, reason: "slow_down", waitSeconds } : null;
}

const limitOf = ({ clientAddress }: AppLoadContext): Spent => ["sign-in-client", clientAddress];

function clientOf({ clientSecret, ...client }: Provider): Client {
  if (clientSecret === null) throw new NoProof(new Error("sealed otherwise"));
  return { ...client, clientSecret };
}
