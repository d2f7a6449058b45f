import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { guardedFetch } from "./guarded-fetch.server.ts";

const named = { allowedHosts: ["127.0.0.1"], plain: true };
const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
});

/** A server on this machine; answers its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const get = (address: string, rules = named, more = {}) =>
  guardedFetch(rules)(address, { method: "GET", headers: {}, ...more });

describe("a guarded fetch", () => {
  it("sends what it was given, and answers status, kind and body", async () => {
    const address = await serve(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const { "x-a": own } = request.headers;
      response.writeHead(201, { "content-type": "text/plain", "set-cookie": "a=b" });
      response.end(`${request.method} ${own} ${Buffer.concat(parts)}`);
    });
    const body = new URLSearchParams({ code: "あ" });
    const answer = await get(address, named, { method: "POST", headers: { "x-a": "1" }, body });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([201, "text/plain"]);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.text()).toBe("POST 1 code=%E3%81%82");
  });

  it("follows no redirect", async () => {
    let asked = 0;
    const address = await serve((_, response) => {
      asked += 1;
      response.writeHead(302, { location: "http://169.254.169.254/" }).end();
    });
    expect((await get(address)).status).toBe(302);
    expect(asked).toBe(1);
  });

  it("reads an answer without a body", async () => {
    const address = await serve((_, response) => response.writeHead(204).end());
    expect((await get(address)).status).toBe(204);
  });

  it("stops reading what has no end", async () => {
    const address = await serve((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024)));
      };
      response.on("drain", more);
      more();
    });
    await expect(get(address)).rejects.toThrow("too long");
  });

  it("waits no longer than it is told", async () => {
    const address = await serve(() => {});
    const signal = AbortSignal.timeout(50);
    await expect(get(address, named, { signal })).rejects.toMatchObject({ name: "AbortError" });
  });

  it("says so when the connection breaks in the middle", async () => {
    const address = await serve((_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("half");
      setImmediate(() => response.destroy());
    });
    await expect(get(address)).rejects.toThrow();
  });

  it.each([
    ["http://127.0.0.1:9/", { allowedHosts: [], plain: true }, "not over https"],
    ["http://127.0.0.1:9/", { allowedHosts: ["127.0.0.1"], plain: false }, "not over https"],
    ["ftp://127.0.0.1:9/", named, "not over https"],
    ["file:///etc/passwd", named, "not over https"],
    ["https://127.0.0.2:9/", named, "address"],
    ["https://0177.0.0.2:9/", named, "address"],
    ["https://2130706434:9/", named, "address"],
    ["https://[::1]:9/", named, "address"],
    ["https://[::ffff:127.0.0.1]:9/", named, "address"],
    ["https://[fd00:ec2::254]/", named, "address"],
    ["https://169.254.169.254/latest/meta-data", named, "address"],
    ["https://localhost:9/", named, "address"],
    ["https://LOCALHOST:9/", named, "address"],
  ])("does not go to %s (%j)", async (address, rules, reason) => {
    await expect(get(address, rules)).rejects.toThrow(reason);
  });

  it("goes to a private address under the name that an operator gives", async () => {
    // Nothing listens there, which is known only to who went.
    const rules = { allowedHosts: ["localhost"], plain: false };
    await expect(get("https://localhost:9/", rules)).rejects.toMatchObject({
      code: expect.stringMatching(/ECONNREFUSED/),
    });
  });
});
