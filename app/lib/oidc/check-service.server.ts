import type { AppLoadContext } from "@remix-run/node";
import { issuerOf } from "#app/domain/identity/sign-on.ts";
import { databases } from "#app/lib/databases.server.ts";
import { authorize, requireMembership, type ServiceContext } from "#app/services/context.server.ts";
import { spend } from "#app/services/limit/spend.server.ts";
import { describeService, NoProof } from "./client.server.ts";
import { fetchRules } from "./sign-on.server.ts";

/** What came of asking a service how it works; nothing is kept of it. */
export type Checked =
  | { ok: true; issuer: string; authorizationEndpoint: string; tokenEndpoint: string }
  | { ok: false; reason: "not_an_issuer" | "failed" }
  | { ok: false; reason: "slow_down"; waitSeconds: number };

/**
 * Asks the service at an address how it works, for who may choose an organisation's service. Why one
 * does not answer stays in the log: the page would else tell what there is in the portal's network.
 * Throws `forbidden`.
 */
export async function checkService(
  context: ServiceContext,
  slug: string,
  typed: string,
  { log }: AppLoadContext,
): Promise<Checked> {
  const { organisationId } = requireMembership(context, slug);
  authorize(context, "provider.set", { organisationId });
  const rules = fetchRules();
  const issuer = issuerOf(typed.trim(), rules.plain);
  if (issuer === null) return { ok: false, reason: "not_an_issuer" };
  const waitSeconds = await spend(databases().identity, ["check-provider", organisationId]);
  if (waitSeconds > 0) return { ok: false, reason: "slow_down", waitSeconds };
  try {
    // Asking how it works needs no client; none is named to it.
    const client = { issuer, clientId: "portal", clientSecret: "" };
    return { ok: true, ...(await describeService(rules, client)) };
  } catch (error) {
    if (!(error instanceof NoProof)) throw error;
    log.warn({ organisation: slug, code: error.code }, "a sign-in service did not answer");
    return { ok: false, reason: "failed" };
  }
}
