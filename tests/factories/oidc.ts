import { generateKeyPairSync, type KeyObject, randomUUID, sign } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Configuration } from "oidc-provider";

/** Somebody at a sign-in service, and what it says of them. */
export type ServiceAccount = Readonly<Record<string, unknown>> & { sub: string };

/** A sign-in service that listens on this machine. */
export type Service = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  close: () => Promise<void>;
};

const clientId = "portal";
const clientSecret = "oidc-tests-0123456789-abcdefghij";

/**
 * A certified sign-in service. Who comes to it proves nothing: they are `account()`, or go away where
 * that is null. `claimsInToken` — whether the token says the address, or only the service when asked.
 */
export async function openService(
  redirectAddresses: string[],
  account: () => ServiceAccount | null,
  { claimsInToken = true, authTime = false } = {},
): Promise<Service> {
  const server = createServer();
  const issuer = await listen(server);
  const known = new Map<string, ServiceAccount>();
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirectAddresses,
        require_auth_time: authTime,
      },
    ],
    claims: { openid: ["sub", "amr"], email: ["email", "email_verified", "xms_edov"] },
    conformIdTokenClaims: !claimsInToken,
    features: { devInteractions: { enabled: false } },
    cookies: { keys: [randomUUID()] },
    jwks: { keys: [{ ...keyPair().privateKey.export({ format: "jwk" }), kid: "1", use: "sig" }] },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => known.get(sub) ?? { sub } }),
    // Whoever is known has agreed to everything.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId ?? "" });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  };
  const provider = new Provider(issuer, configuration);
  const answer = provider.callback();
  serve(server, async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return answer(request, response);
    const found = account();
    if (found) known.set(found.sub, found);
    const amr = found?.amr as string[] | undefined;
    const login = found && { accountId: found.sub, ...(amr ? { amr } : {}) };
    const result = login ? { login } : { error: "access_denied" };
    await provider.interactionFinished(request, response, result);
  });
  return { issuer, clientId, clientSecret, close: () => closed(server) };
}

/** What a token of `openForgery` says and how it is signed, where that is not as it should be. */
export type Forged = {
  claims?: Record<string, unknown>;
  alg?: string;
  /** Signed by a key that the service does not publish. */
  foreignKey?: boolean;
};

/** A service whose tokens say what a test wants; it sends everybody straight back. */
export async function openForgery(forged: () => Forged, discovery = {}): Promise<Service> {
  const own = keyPair();
  const foreign = keyPair();
  let nonce: string | null = null;
  const server = createServer();
  const issuer = await listen(server);
  const documents: Record<string, () => object> = {
    "/.well-known/openid-configuration": () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
      ...discovery,
    }),
    "/jwks": () => ({
      keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }],
    }),
    "/token": () => {
      const { claims, alg = "RS256", foreignKey = false } = forged();
      const now = Math.floor(Date.now() / 1000);
      const said = { iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce, ...claims };
      const key = alg === "none" ? null : (foreignKey ? foreign : own).privateKey;
      return { access_token: "access", token_type: "bearer", id_token: token(said, alg, key) };
    },
  };
  serve(server, async (request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    if (url.pathname === "/authorize") {
      nonce = url.searchParams.get("nonce");
      const back = new URL(url.searchParams.get("redirect_uri") ?? issuer);
      back.searchParams.set("code", "code");
      back.searchParams.set("state", url.searchParams.get("state") ?? "");
      response.writeHead(303, { location: back.href }).end();
      return;
    }
    const document = documents[url.pathname];
    response
      .writeHead(document ? 200 : 404, { "content-type": "application/json" })
      .end(JSON.stringify(document?.() ?? {}));
  });
  return { issuer, clientId, clientSecret, close: () => closed(server) };
}

/** A browser at a service: follows it until it sends them back to the portal, and answers to where. */
export function openBrowser(portal: string): (address: string) => Promise<URL> {
  const cookies = new Map<string, string>();
  return async function follow(address: string): Promise<URL> {
    let url = new URL(address);
    for (let step = 0; step < 10 && url.origin !== portal; step += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const answer = await fetch(url, { redirect: "manual", headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        cookies.set(name, value);
      }
      const location = answer.headers.get("location");
      if (location === null) throw new Error(`${url.pathname} answers ${answer.status}`);
      url = new URL(location, url);
    }
    return url;
  };
}

function keyPair() {
  return generateKeyPairSync("rsa", { modulusLength: 2048 });
}

function token(claims: object, alg: string, key: KeyObject | null): string {
  const [header, body] = [{ alg, kid: "1", typ: "JWT" }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  const signed = `${header}.${body}`;
  return `${signed}.${key ? sign("sha256", Buffer.from(signed), key).toString("base64url") : ""}`;
}

function serve(server: Server, listener: RequestListener): void {
  server.on("request", listener);
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
