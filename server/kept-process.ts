import { type ChildProcess, fork } from "node:child_process";
import type { FromWeb, ToWeb } from "#server/web-messages.ts";

const SOON_MS = 5_000;
const SLOWEST_RESTART_MS = 10_000;
const LONGEST_STOP_MS = 15_000;
/**
 * Several times what a process needs. Below 1,024 MB V8 collects what is no longer used before the heap
 * is twice what lives, and not four times; who knows better gives the supervisor a number of their own.
 */
const HEAP = "--max-old-space-size=768";

export type KeptProcessOptions = {
  entry: string;
  env: NodeJS.ProcessEnv;
  /** Only the web process listens, and may be refused its port. */
  onListening?: () => void;
  onRefused?: (japanese: string, english: string) => void;
  onDeath: (description: string, restartInMs: number) => void;
};

/** A process of the portal: starts it, starts it again when it dies, and stops it for good. */
export class KeptProcess {
  readonly #options: KeptProcessOptions;
  #child: ChildProcess | null = null;
  #stopping = false;
  #refused = false;
  #quickDeaths = 0;
  #databaseAvailable = true;
  #restart: NodeJS.Timeout | undefined;

  constructor(options: KeptProcessOptions) {
    this.#options = options;
    this.#start();
  }

  /** Tells the process whether the database is there; a later one learns it as well. */
  setDatabaseAvailable(available: boolean): void {
    this.#databaseAvailable = available;
    this.#tell();
  }

  /** Lets the process finish what it does and resolves when it has gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    const deadline = setTimeout(() => child.kill("SIGKILL"), LONGEST_STOP_MS);
    await gone;
    clearTimeout(deadline);
  }

  #start(): void {
    const started = Date.now();
    const { entry, env } = this.#options;
    const execArgv = [HEAP, ...process.execArgv];
    const child = fork(entry, [], { env, execArgv, stdio: "inherit" });
    this.#child = child;
    this.#tell();
    child.on("message", (message: FromWeb) => {
      if (message.type === "listening") this.#options.onListening?.();
      if (message.type === "refused") {
        this.#refused = true;
        this.#options.onRefused?.(message.japanese, message.english);
      }
    });
    child.on("error", () => {});
    child.on("exit", (code, signal) => {
      if (this.#stopping || this.#refused) return;
      this.#quickDeaths = Date.now() - started < SOON_MS ? this.#quickDeaths + 1 : 0;
      const wait =
        this.#quickDeaths < 2 ? 50 : Math.min(250 * 2 ** this.#quickDeaths, SLOWEST_RESTART_MS);
      this.#options.onDeath(signal ?? `exit code ${code}`, wait);
      this.#restart = setTimeout(() => this.#start(), wait);
    });
  }

  #tell(): void {
    const message: ToWeb = { type: "database", available: this.#databaseAvailable };
    if (this.#child?.connected) this.#child.send(message, () => {});
  }
}
