import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { isSubject, type TokenClaims } from "#app/domain/identity/sign-on.ts";
import { type FetchRules, guardedFetch, hostOf, RefusedRequest } from "./guarded-fetch.server.ts";

/** A sign-in service, and what the portal is there. */
export type Client = { issuer: string; clientId: string; clientSecret: string };

/** What must come back as it was sent; the browser keeps it sealed meanwhile. */
export type Sent = { state: string; nonce: string; verifier: string };

/** Whom a service's signed token is about, and what it and the service say of them. */
export type Proof = { issuer: string; subject: string; claims: TokenClaims };

/**
 * Why there is no proof: the service, or somebody there, `declined`; or it `failed`: it was not reached,
 * or what it answered is not what was asked for. `code` is for the log and holds nothing of an answer.
 */
export class NoProof extends Error {
  override readonly name = "NoProof";
  readonly reason: "declined" | "failed";
  readonly code: string;

  constructor(error: unknown) {
    super("no proof of who somebody is", { cause: error });
    this.reason = error instanceof AuthorizationResponseError ? "declined" : "failed";
    this.code = codeOf(error);
  }
}

/** Asks a service how it works; throws NoProof when it is not one. */
export async function describeService(rules: FetchRules, client: Client) {
  const service = (await discovered(rules, client)).serverMetadata();
  return {
    issuer: service.issuer,
    authorizationEndpoint: String(service.authorization_endpoint),
    tokenEndpoint: String(service.token_endpoint),
  };
}

/**
 * Where somebody proves who they are, and what must come back from there. `anew` — also who is known
 * there is asked.
 */
export async function askForProof(
  rules: FetchRules,
  client: Client,
  redirectAddress: string,
  anew: boolean,
) {
  const config = await discovered(rules, client);
  const sent: Sent = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
  };
  const address = buildAuthorizationUrl(config, {
    redirect_uri: redirectAddress,
    scope: "openid email",
    state: sent.state,
    nonce: sent.nonce,
    code_challenge: await calculatePKCECodeChallenge(sent.verifier),
    code_challenge_method: "S256",
    ...(anew ? { prompt: "login" } : {}),
  });
  return { address: address.href, sent };
}

/**
 * Redeems what a service sent back with somebody. The token's signature, issuer, audience, nonce and
 * times are checked; where it does not say the address, the service is asked. Throws NoProof.
 */
export async function redeemProof(
  rules: FetchRules,
  client: Client,
  callback: URL,
  { state, nonce, verifier }: Sent,
): Promise<Proof> {
  const config = await discovered(rules, client);
  try {
    const checks = {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    };
    const answer = await authorizationCodeGrant(config, callback, checks);
    const token = answer.claims();
    if (!token || !isSubject(token.sub)) throw new RefusedRequest("subject");
    const { issuer, userinfo_endpoint } = config.serverMetadata();
    const asks = token.email === undefined && userinfo_endpoint !== undefined;
    const more = asks ? await fetchUserInfo(config, answer.access_token, token.sub) : {};
    return { issuer, subject: token.sub, claims: { ...more, ...token } };
  } catch (error) {
    throw new NoProof(error);
  }
}

async function discovered(rules: FetchRules, client: Client): Promise<Configuration> {
  try {
    const config = await discovery(
      new URL(client.issuer),
      client.clientId,
      undefined,
      (service, ...more) => {
        // A client is registered for one way of proving itself; where nothing is said it is the first.
        const ways = service.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
        const way = ways.includes("client_secret_basic") ? ClientSecretBasic : ClientSecretPost;
        return way(client.clientSecret)(service, ...more);
      },
      {
        [customFetch]: guardedFetch(rules),
        timeout: 5,
        execute: [enableNonRepudiationChecks, ...(rules.plain ? [allowInsecureRequests] : [])],
      },
    );
    const { authorization_endpoint: address = "" } = config.serverMetadata();
    if (!isWebAddress(address, rules)) throw new RefusedRequest("authorization endpoint");
    return config;
  } catch (error) {
    throw new NoProof(error);
  }
}

/** Browsers are sent there: over https, and never to what runs as a script. */
function isWebAddress(address: string, { plain, allowedHosts }: FetchRules): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const onlyHere = plain && url.protocol === "http:" && allowedHosts.includes(hostOf(url));
  return url.protocol === "https:" || onlyHere;
}

/** The innermost code that says what went wrong; messages and causes may hold answers. */
function codeOf(error: unknown): string {
  const { code, error: said, cause, name } = Object(error) as Record<string, unknown>;
  if (error instanceof RefusedRequest) return error.message;
  const inner = cause instanceof Error ? codeOf(cause) : "";
  const own = [said, code, name].find((text) => typeof text === "string");
  return inner || (typeof own === "string" && /^[\w.-]{1,60}$/.test(own) ? own : "unknown");
}
