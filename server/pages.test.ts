import { brotliDecompressSync } from "node:zlib";
import type { ServerBuild } from "@remix-run/server-runtime";
import pino from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { setDatabaseAvailable } from "#app/lib/database-state.server.ts";
import { chooseEncoding } from "./compression.ts";
import { guardedBuild } from "./guarded-build.ts";
import { createHttpApp } from "./http.ts";
import type { PageHandler } from "./pages.ts";

const APP_URL = "http://localhost:3000";

function portal(pages: PageHandler, trustProxy = false) {
  return createHttpApp({
    live: (c) => c.body(null),
    appUrl: APP_URL,
    trustProxy,
    development: false,
    log: pino({ level: "silent" }),
    clientFiles: "/nonexistent",
    pages,
    readiness: async () => ({ database: true, migrations: true, plans: true }),
    isSignedIn: () => true,
  });
}

/** What a page does whose loader could not reach the database. */
const away: PageHandler = async (request, context) => {
  await request.text();
  context.unavailable = true;
  return new Response("remix", { status: 503 });
};

describe("a page without a database", () => {
  const post = (body: string) => ({
    method: "POST",
    body,
    headers: {
      Accept: "text/html",
      Origin: APP_URL,
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": String(body.length),
    },
  });

  it("is a self-contained 503", async () => {
    const response = await portal(away).request("/", { headers: { Accept: "text/html" } });
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).not.toBeNull();
    const html = await response.text();
    expect(html).toContain("ただいま一時的に利用できません");
    expect(html).not.toMatch(/style=|<script|<style/);
  });

  it("offers what was typed for sending again, escaped", async () => {
    const body = new URLSearchParams({ note: '"><script>alert(1)</script>', value: "1,450" });
    const response = await portal(away).request("/entry?x=1", post(body.toString()));
    const html = await response.text();
    expect(html).toContain('action="/entry?x=1"');
    expect(html).toContain('name="value" value="1,450"');
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
  });

  it("never offers a password", async () => {
    const response = await portal(away).request("/sign-in", post("password=hunter2"));
    expect(await response.text()).not.toContain("hunter2");
  });

  it("leaves the data of a loaded page to the pages", async () => {
    const response = await portal(away).request("/plans.data");
    expect(response.status).toBe(503);
    expect(await response.text()).toBe("remix");
  });

  it("is a 503 too when the error reaches the server itself", async () => {
    const error = new Error("query", { cause: Object.assign(new Error(), { code: "57P01" }) });
    expect((await portal(() => Promise.reject(error)).request("/")).status).toBe(503);
  });
});

describe("guardedBuild", () => {
  afterEach(() => setDatabaseAvailable(true));

  const args = { context: {}, request: new Request(APP_URL) } as never;
  function guarded(handler: () => Promise<unknown>) {
    const route = { id: "r", module: { loader: handler, action: handler, default: () => null } };
    const build = guardedBuild({ routes: { r: route } } as unknown as ServerBuild);
    const module = build.routes.r?.module;
    return {
      loader: () => Promise.resolve(module?.loader?.(args)),
      action: () => Promise.resolve(module?.action?.(args)),
    };
  }

  it("passes results and other errors through", async () => {
    expect(await guarded(async () => 1).loader()).toBe(1);
    await expect(guarded(() => Promise.reject(new Error("bug"))).action()).rejects.toThrow("bug");
  });

  it.each(["loader", "action"] as const)(
    "turns a lost connection in a %s into a 503",
    async (kind) => {
      const lost = Object.assign(new Error(), { code: "CONNECTION_CLOSED" });
      const response = await guarded(() => Promise.reject(lost))
        [kind]()
        .catch((thrown) => thrown);
      expect(response).toBeInstanceOf(Response);
      expect(response.status).toBe(503);
    },
  );

  it.each<[number, string | null, string]>([
    [415, null, ""],
    [415, "application/json", "{}"],
    [415, "text/plain; multipart/form-data", "a=b"],
    [400, "multipart/form-data", "a=b"],
    [400, "multipart/form-data; boundary=x", "--y"],
    [200, "application/x-www-form-urlencoded; charset=utf-8", "a=b"],
  ])("answers %i to what an action reads as a form and comes as %s", async (status, type, body) => {
    const request = new Request(APP_URL, { method: "POST", body: Buffer.from(body) });
    if (type) request.headers.set("Content-Type", type);
    const action = async (args: { request: Request }) =>
      args.request.formData().then(() => new Response());
    const build = guardedBuild({ routes: { r: { id: "r", module: { action } } } } as never);
    const answer = Promise.resolve(
      build.routes.r?.module.action?.({ context: {}, request } as never),
    );
    expect(await answer.catch((thrown) => thrown)).toMatchObject({ status });
  });

  it("does not start loaders while the database is known to be down, but lets actions answer", async () => {
    setDatabaseAvailable(false);
    await expect(guarded(async () => 1).loader()).rejects.toMatchObject({ status: 503 });
    expect(await guarded(async () => 1).action()).toBe(1);
  });
});

describe("the client's address", () => {
  const echo: PageHandler = async (_, context) => new Response(context.clientAddress);
  const headers = { "X-Forwarded-For": "6.6.6.6, 192.0.2.7" };

  it("is not taken from a header by default", async () => {
    expect(await (await portal(echo).request("/", { headers })).text()).not.toContain("192.0.2.7");
  });

  it("is what the trusted proxy saw, not what the client claims", async () => {
    expect(await (await portal(echo, true).request("/", { headers })).text()).toBe("192.0.2.7");
  });
});

describe("compression", () => {
  const html: PageHandler = async () =>
    new Response("あ".repeat(2000), { headers: { "Content-Type": "text/html" } });

  it("packs a page as a whole", async () => {
    const response = await portal(html).request("/", {
      headers: { "Accept-Encoding": "gzip, br" },
    });
    expect(response.headers.get("Content-Encoding")).toBe("br");
    expect(response.headers.get("Vary")).toContain("Accept-Encoding");
    const body = Buffer.from(await response.arrayBuffer());
    expect(Number(response.headers.get("Content-Length"))).toBe(body.byteLength);
    expect(brotliDecompressSync(body).toString()).toBe("あ".repeat(2000));
  });

  it("keeps several Set-Cookie headers apart", async () => {
    const pages: PageHandler = async () => {
      const headers = new Headers({ "Content-Type": "text/html" });
      headers.append("Set-Cookie", "a=1");
      headers.append("Set-Cookie", "b=2");
      return new Response("x".repeat(2000), { headers });
    };
    const response = await portal(pages).request("/", { headers: { "Accept-Encoding": "br" } });
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  it.each([
    [undefined, null],
    ["identity", null],
    ["gzip", "gzip"],
    ["gzip, deflate, br", "br"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0, gzip;q=0", null],
    ["*", "gzip"],
  ])("chooses for Accept-Encoding %s: %s", (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
  });
});
