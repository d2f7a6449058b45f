import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";

/** A portal of one's own: the production build on a free port and an empty data folder. */
export class PortalProcess {
  readonly folder = mkdtempSync(join(tmpdir(), "portal-recovery-"));
  readonly address: string;
  readonly #port: number;
  #child: ChildProcess | null = null;
  output = "";

  static async create(): Promise<PortalProcess> {
    return new PortalProcess(await freePort());
  }

  private constructor(port: number) {
    this.#port = port;
    this.address = `http://localhost:${port}`;
  }

  /** Starts the portal and waits until it answers. */
  async start(): Promise<void> {
    this.output = "";
    const { DATABASE_URL: _shared, ...env } = process.env;
    const child = spawn(process.execPath, ["build/server/index.js"], {
      env: {
        ...env,
        PORT: String(this.#port),
        APP_URL: this.address,
        DATA_DIR: this.folder,
        LOG_LEVEL: "warn",
      },
    });
    this.#child = child;
    const keep = (text: Buffer) => {
      this.output += text;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    await this.untilReady();
  }

  /** Waits until the process and its database answer. */
  async untilReady(): Promise<void> {
    await expect.poll(() => this.status("/readyz"), { timeout: 60_000, intervals: [50] }).toBe(200);
  }

  /** The status of a page, or 0 when nobody answers. */
  async status(path: string): Promise<number> {
    try {
      return (await fetch(this.address + path, { headers: { Accept: "text/html" } })).status;
    } catch {
      return 0;
    }
  }

  get supervisor(): number {
    return this.#child?.pid ?? 0;
  }

  get database(): number {
    return Number(
      readFileSync(join(this.folder, "postgres/postmaster.pid"), "utf8").split("\n")[0],
    );
  }

  /** The processes of the portal, by what the supervisor told them to be. */
  get web(): number {
    return this.#childThatIs("web");
  }

  get mail(): number {
    return this.#childThatIs("mail");
  }

  #childThatIs(name: string): number {
    const children = readProc(`${this.supervisor}/task/${this.supervisor}/children`);
    return (
      children
        .trim()
        .split(" ")
        .map(Number)
        .find((pid) => isProcess(pid, name)) ?? 0
    );
  }

  /** Sends a signal to the supervisor and waits for its end. */
  async end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return null;
    const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill(signal);
    return await gone;
  }

  async remove(): Promise<void> {
    await this.end("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A process may end between being listed and being read: then it is not the one looked for. */
function isProcess(pid: number, name: string): boolean {
  return readProc(`${pid}/environ`).split("\0").includes(`PORTAL_PROCESS=${name}`);
}

function readProc(path: string): string {
  try {
    return readFileSync(join("/proc", path), "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ESRCH") return "";
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
