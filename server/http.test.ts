import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createHttpApp, type HttpOptions } from "./http.ts";
import type { PageHandler } from "./pages.ts";

const APP_URL = "https://portal.example.jp";
const HTML = { Accept: "text/html" };

let folder: string;
let lines: string[] = [];
const log = pino({ level: "info" }, { write: (line: string) => lines.push(line) });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-http-"));
  mkdirSync(join(folder, "assets"));
  mkdirSync(join(folder, ".vite"));
  writeFileSync(join(folder, "assets/app-1.js"), "plain");
  writeFileSync(join(folder, "assets/app-1.js.br"), "packed");
  writeFileSync(join(folder, "favicon.svg"), "<svg/>");
  writeFileSync(join(folder, ".vite/manifest.json"), "{}");
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  lines = [];
});

const page: PageHandler = async (request, context) =>
  new Response(`${request.method} ${context.nonce}`, { headers: { "Content-Type": "text/html" } });

function portal(options: Partial<HttpOptions> = {}) {
  return createHttpApp({
    live: (c) => c.body(null),
    appUrl: APP_URL,
    trustProxy: false,
    development: false,
    log,
    clientFiles: folder,
    pages: page,
    readiness: async () => ({ database: true, migrations: true, plans: true }),
    isSignedIn: (cookies) => cookies === "signed",
    ...options,
  });
}

describe("the stream of what moved", () => {
  it("is for who is signed in", async () => {
    const status = async (Cookie: string) =>
      (await portal().request("/plans/jewels/live", { headers: { Cookie } })).status;
    expect([await status("signed"), await status("")]).toEqual([200, 403]);
  });
});

describe("security headers", () => {
  it("stand on pages, refusals, failures and files", async () => {
    const failing = portal({ pages: () => Promise.reject(new Error("boom")) });
    const responses = [
      await portal().request("/"),
      await portal().request("/", { method: "POST" }),
      await failing.request("/"),
      await portal().request("/assets/app-1.js"),
      await portal().request("/assets/none.js"),
    ];
    expect(responses.map(({ status }) => status)).toEqual([200, 403, 500, 200, 404]);
    for (const { headers } of responses) {
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("X-Frame-Options")).toBe("DENY");
      expect(headers.get("Strict-Transport-Security")).toContain("max-age=");
    }
  });

  it("allow scripts by a nonce that is new for each response and known to the page", async () => {
    const [first, second] = [await portal().request("/"), await portal().request("/")];
    const policy = first.headers.get("Content-Security-Policy") ?? "";
    const nonce = policy.match(/'nonce-([^']+)'/)?.[1] ?? "none";
    expect(await first.text()).toBe(`GET ${nonce}`);
    expect(second.headers.get("Content-Security-Policy")).not.toContain(nonce);
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it("leave HSTS out where the portal is not served over https", async () => {
    const response = await portal({ appUrl: "http://portal.lg.jp" }).request("/");
    expect(response.headers.has("Strict-Transport-Security")).toBe(false);
  });

  it("forbid storing a page that says nothing about it, and keep what it says", async () => {
    expect((await portal().request("/")).headers.get("Cache-Control")).toBe("private, no-store");
    const pages: PageHandler = async () =>
      new Response("", { headers: { "Cache-Control": "public, max-age=60" } });
    const response = await portal({ pages }).request("/");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=60");
  });

  it("are set on a redirect too, whose headers are immutable", async () => {
    const pages: PageHandler = async () => Response.redirect(`${APP_URL}/sign-in`, 302);
    const response = await portal({ pages }).request("/");
    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toBe(`${APP_URL}/sign-in`);
    expect(response.headers.get("X-Frame-Options")).toBe("DENY");
  });
});

describe("changes from other sites", () => {
  const post = (headers: Record<string, string>, options: Partial<HttpOptions> = {}) =>
    portal(options).request("/", { method: "POST", headers });

  it.each([
    ["the portal's own origin", { Origin: APP_URL }],
    ["the portal without an Origin", { "Sec-Fetch-Site": "same-origin" }],
  ])("are not meant: %s passes", async (_, headers) => {
    expect((await post(headers)).status).toBe(200);
  });

  it.each([
    ["another site", { Origin: "https://evil.example" }],
    ["a sibling subdomain", { Origin: "https://other.example.jp", "Sec-Fetch-Site": "same-site" }],
    ["http instead of https", { Origin: "http://portal.example.jp" }],
    ["another port", { Origin: "https://portal.example.jp:8443" }],
    ["a longer name", { Origin: "https://portal.example.jp.evil.example" }],
    ["a sandboxed frame", { Origin: "null" }],
    ["nothing at all", {}],
    ["a sibling without Origin", { "Sec-Fetch-Site": "same-site" }],
    ["a forged host", { Origin: "https://evil.example", Host: "evil.example" }],
    [
      "a forged forwarded host",
      { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
    ],
    [
      "an Origin that contradicts",
      { Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" },
    ],
  ])("are refused: %s", async (_, headers) => {
    expect((await post(headers)).status).toBe(403);
  });

  it.each(["PUT", "PATCH", "DELETE"])("are refused for %s as well", async (method) => {
    expect((await portal().request("/", { method })).status).toBe(403);
  });

  it("take localhost and 127.0.0.1 for the same machine, but not another port", async () => {
    const appUrl = "http://localhost:3000";
    expect((await post({ Origin: "http://127.0.0.1:3000" }, { appUrl })).status).toBe(200);
    expect((await post({ Origin: "http://127.0.0.1:3001" }, { appUrl })).status).toBe(403);
  });

  it("are answered in words to a person", async () => {
    const response = await post({ ...HTML, Origin: "https://evil.example" });
    expect(response.headers.get("Content-Type")).toContain("text/html");
    expect(await response.text()).toContain("ほかのサイトから送られた操作");
  });
});

describe("limits", () => {
  it("refuse a body over 1 MB before a page sees it", async () => {
    let seen = false;
    const pages: PageHandler = async (request) => {
      seen = true;
      return new Response(await request.text());
    };
    const body = "x".repeat(1024 * 1024 + 1);
    const headers = { Origin: APP_URL, "Content-Length": String(body.length) };
    const response = await portal({ pages }).request("/", { method: "POST", body, headers });
    expect(response.status).toBe(413);
    expect(seen).toBe(false);
  });

  it("refuse a body that is longer than it says nothing about", async () => {
    const pages: PageHandler = async (request) => new Response(await request.text());
    const body = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 20; part++) controller.enqueue(new Uint8Array(100_000));
        controller.close();
      },
    });
    const init = { method: "POST", body, duplex: "half", headers: { Origin: APP_URL } };
    const response = await portal({ pages }).request("/", init as RequestInit);
    expect(response.status).toBe(413);
  });

  it("answer 503 when a page takes too long", async () => {
    const pages: PageHandler = () => new Promise(() => {});
    const response = await portal({ pages, deadlineMs: 20 }).request("/", { headers: HTML });
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).not.toBeNull();
    expect(await response.text()).toContain("処理に時間がかかっています");
  });
});

describe("the access log", () => {
  it("names the request and no person", async () => {
    const headers = {
      Cookie: "session=abc",
      "X-Forwarded-For": "192.0.2.7",
      "X-Request-Id": "mine",
    };
    const response = await portal().request("/search?email=hanako@example.jp", { headers });
    const line = JSON.parse(lines[0] ?? "{}");
    expect(line).toMatchObject({ method: "GET", path: "/search", status: 200 });
    expect(line.requestId).toBe(response.headers.get("X-Request-Id"));
    expect(line.requestId).not.toBe("mine");
    expect(lines.join("")).not.toMatch(/hanako|192\.0\.2\.7|abc/);
  });

  it("stays one line whatever the path holds", async () => {
    await portal().request("/a%0d%0a{%22level%22:60}");
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toContain("\n");
  });

  it("leaves files out", async () => {
    await portal().request("/assets/app-1.js");
    expect(lines).toHaveLength(0);
  });
});

describe("client files", () => {
  it("are kept for ever by name and served packed", async () => {
    const headers = { "Accept-Encoding": "gzip, br" };
    const response = await portal().request("/assets/app-1.js", { headers });
    expect(await response.text()).toBe("packed");
    expect(response.headers.get("Content-Encoding")).toBe("br");
    expect(response.headers.get("Cache-Control")).toContain("immutable");
  });

  it("without a hash in the name are kept shortly", async () => {
    const response = await portal().request("/favicon.svg");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=3600");
  });

  it.each(["/.vite/manifest.json", "/../package.json", "/%2e%2e/package.json"])(
    "do not include %s",
    async (path) => {
      expect(await (await portal().request(path)).text()).toMatch(/^GET /);
    },
  );
});

describe("health", () => {
  it("says that the process runs, without asking anything", async () => {
    const readiness = () => Promise.reject(new Error("not asked"));
    expect(await (await portal({ readiness }).request("/healthz")).text()).toBe("ok");
  });

  it.each(["database", "migrations", "plans"])("is not ready without its %s", async (part) => {
    const state = { database: true, migrations: true, plans: true, [part]: false };
    const response = await portal({ readiness: async () => state }).request("/readyz");
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false, [part]: false });
  });

  it("is ready with all of them", async () => {
    expect((await portal().request("/readyz")).status).toBe(200);
  });
});

describe("a file that is not there", () => {
  it("is answered with a page to people, and with nothing to programs", async () => {
    const pages: PageHandler = async () => new Response(null, { status: 404 });
    const page = await portal({ pages }).request("/attachments/x", { headers: HTML });
    expect(page.status).toBe(404);
    expect(await page.text()).toContain("ファイルが見つかりません");
    const plain = await portal({ pages }).request("/attachments/x");
    expect([plain.status, await plain.text()]).toEqual([404, ""]);
  });

  it("keeps the policy that a file brings along", async () => {
    const policy = "default-src 'none'; sandbox";
    const headers = { "Content-Security-Policy": policy };
    const pages: PageHandler = async () => new Response("", { headers });
    const response = await portal({ pages }).request("/attachments/x");
    expect(response.headers.get("Content-Security-Policy")).toBe(policy);
  });
});

describe("a form with files", () => {
  const multipart = { Origin: APP_URL, "Content-Type": "multipart/form-data; boundary=x" };
  const send = (bytes: number, headers: Record<string, string>, pages: PageHandler) => {
    const body = new Uint8Array(bytes);
    const init = { method: "POST", body, headers: { ...headers, "Content-Length": `${bytes}` } };
    return portal({ pages }).request("/", init);
  };
  const answered: PageHandler = async () => new Response("ok");

  it("may be larger than others, up to a bound", async () => {
    const megabytes = 1024 * 1024;
    expect((await send(30 * megabytes, multipart, answered)).status).toBe(200);
    expect((await send(65 * megabytes, multipart, answered)).status).toBe(413);
    const text = { ...multipart, "Content-Type": "text/plain; multipart/form-data" };
    expect((await send(2 * megabytes, text, answered)).status).toBe(413);
  });

  it("waits for its turn when many come at once", async () => {
    let reading = 0;
    let most = 0;
    const pages: PageHandler = async () => {
      most = Math.max(most, ++reading);
      await new Promise((resolve) => setImmediate(resolve));
      reading--;
      return new Response("ok");
    };
    const app = portal({ pages });
    const signed = { ...multipart, Cookie: "signed" };
    const one = () => app.request("/", { method: "POST", body: "x", headers: signed });
    const answers = await Promise.all(Array.from({ length: 20 }, one));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(most).toBeLessThanOrEqual(6);
  });

  it("does not wait for strangers, however slow theirs are", async () => {
    let letGo = () => {};
    const slow = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const pages: PageHandler = async (request) => {
      if (request.headers.get("Cookie") === null) await slow;
      return new Response("ok");
    };
    const app = portal({ pages });
    const send = (headers: Record<string, string>) =>
      app.request("/", { method: "POST", body: "x", headers: { ...multipart, ...headers } });
    const strangers = Array.from({ length: 10 }, () => send({}));
    expect((await send({ Cookie: "signed" })).status).toBe(200);
    letGo();
    const answers = await Promise.all(strangers);
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  });

  it("is offered again with its texts when the database is away, and says that files are not", async () => {
    const pages: PageHandler = async (_, context) => {
      context.unavailable = true;
      context.sent = { values: { done: "会議を<開いた>。" }, files: 1 };
      return new Response("", { status: 503 });
    };
    const init = { method: "POST", body: "x", headers: { ...multipart, ...HTML } };
    const page = await (await portal({ pages }).request("/report", init)).text();
    expect(page).toContain('name="done" value="会議を&lt;開いた&gt;。"');
    expect(page).toContain("添付ファイルは残っていません");
  });
});

describe("programs", () => {
  const put = (headers: Record<string, string>, path = "/api/v1/workspaces/saga") =>
    portal().request(path, { method: "PUT", headers, body: "{}" });
  const key = { Authorization: "Bearer portal_x", "Content-Type": "application/json" };

  it("write to the API by their key, without an Origin", async () => {
    expect((await put(key)).status).toBe(200);
  });

  it.each<[string, Record<string, string>, string?]>([
    ["to pages", key, "/account"],
    ["by a form", { ...key, "Content-Type": "application/x-www-form-urlencoded" }],
    ["without a key", { "Content-Type": "application/json" }],
    ["by another scheme", { ...key, Authorization: "Basic eDp5" }],
    ["from another site", { ...key, Origin: "https://evil.example" }],
    ["from a page that hides where it is from", { ...key, Origin: "null" }],
  ])("do not write %s", async (_, headers, path) => {
    expect((await put(headers, path)).status).toBe(403);
  });

  it("find their key in no log", async () => {
    await put(key);
    await put({ ...key, Origin: "https://evil.example" });
    expect(lines.join()).toContain("foreign origin refused");
    expect(lines.join()).not.toMatch(/portal_x|authorization/i);
  });
});

describe("secret addresses", () => {
  const path = "/links/0b1d2c3e-secret";

  it("are told to nobody: no referrer, no search engine, no log", async () => {
    const { headers } = await portal().request(path);
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("X-Robots-Tag")).toBe("noindex, nofollow");
    expect(headers.get("Cache-Control")).toBe("private, no-store");
    expect(lines.join()).toContain("/links/…");
    expect(lines.join()).not.toContain("0b1d2c3e");
    expect((await portal().request("/plans")).headers.get("Referrer-Policy")).toBe("same-origin");
  });

  it("take forms of their own page, which has no Origin to tell", async () => {
    const origins: (string | null)[] = [];
    const pages: PageHandler = async ({ headers }) => {
      origins.push(headers.get("Origin"));
      return new Response();
    };
    const post = (site: string) =>
      portal({ pages }).request(path, {
        method: "POST",
        headers: { Origin: "null", "Sec-Fetch-Site": site },
      });
    expect([(await post("same-origin")).status, (await post("cross-site")).status]).toEqual([
      200, 403,
    ]);
    // Remix refuses the Origin `null` by itself.
    expect(origins).toEqual([null]);
  });
});

describe("somebody who does something too often", () => {
  it("gets no file, and is told when to come back", async () => {
    const busy = portal({ waitForFile: async () => 42 });
    const response = await busy.request("/plans/jewels/matrix.xlsx", { headers: HTML });
    expect([response.status, response.headers.get("Retry-After")]).toEqual([429, "42"]);
    expect(await response.text()).toContain("短い時間に操作が集中しています");
  });

  it("keeps what was typed", async () => {
    const pages: PageHandler = async (_, context) => {
      context.waitSeconds = 7;
      return new Response(null, { status: 429 });
    };
    const response = await portal({ pages }).request("/workspaces/saga/links/new?plan=jewels", {
      method: "POST",
      headers: {
        ...HTML,
        Origin: APP_URL,
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": "20",
      },
      body: new URLSearchParams({ message: "回答のお願い" }),
    });
    expect([response.status, response.headers.get("Retry-After")]).toEqual([429, "7"]);
    const text = await response.text();
    expect(text).toContain('value="回答のお願い"');
    expect(text).toContain('action="/workspaces/saga/links/new?plan=jewels"');
  });
});
