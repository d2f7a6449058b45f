import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EmbeddedDatabase } from "#db/embedded.server.ts";

/** The password of the demo's people. */
const password = "kyushu-demo-2026";

/**
 * Starts the production build with the demo's figures on a database of its own, and waits until it
 * answers. `signIn` answers the cookie of somebody; `pid` is its supervisor; `stop` leaves nothing.
 */
export async function startPortal(port: number) {
  const address = `http://localhost:${port}`;
  const folder = mkdtempSync(join(tmpdir(), "portal-bench-"));
  const database = await EmbeddedDatabase.start(folder);
  const portal = spawn(process.execPath, ["build/server/index.js"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      PORT: String(port),
      APP_URL: address,
      DATA_DIR: join(folder, "portal"),
      DATABASE_URL: database.url,
      DEMO: "1",
      LOG_LEVEL: "warn",
    },
  });
  const stop = async () => {
    portal.kill("SIGTERM");
    if (portal.exitCode === null) await once(portal, "exit");
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answers(`${address}/readyz`);
  } catch (error) {
    await stop();
    throw error;
  }

  async function signIn(email: string): Promise<string> {
    const answer = await fetch(`${address}/sign-in`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: address },
      body: new URLSearchParams({ email, password }),
    });
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
  }

  return { address, ownerUrl: database.url, pid: portal.pid ?? 0, signIn, stop };
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("The portal did not become ready.");
}
