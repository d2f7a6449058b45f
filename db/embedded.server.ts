import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { EventEmitter } from "node:events";
import { closeSync, openSync, readFileSync, realpathSync, statSync, truncateSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { type Account, commandFor } from "#db/embedded/account.server.ts";
import { type Binaries, findBinaries } from "#db/embedded/binaries.server.ts";
import {
  OWNER,
  openDataDirectory,
  prepareFolder,
  secretIn,
} from "#db/embedded/data-folder.server.ts";
import { takeFolderLock } from "#db/embedded/folder-lock.server.ts";
import { portFor } from "#db/embedded/free-port.server.ts";
import { stopLeftover } from "#db/embedded/leftover.server.ts";
import { alreadyRunning, couldNotStart, wrongPassword } from "#db/embedded/refusals.server.ts";
import { settingArguments } from "#db/embedded/settings.server.ts";

const DATABASE = "portal";
const LARGEST_LOG = 10 * 1024 * 1024;
const LONGEST_START_MS = 120_000;
const LONGEST_STOP_MS = 30_000;

/**
 * Our own PostgreSQL in `${DATA_DIR}/postgres`. Emits "exit" when the server dies without being
 * asked to; `restart()` then brings it back at the same address.
 */
export class EmbeddedDatabase extends EventEmitter<{ exit: [] }> {
  /** The owner's connection URL. It stays the same as long as this object lives. */
  url = "";
  readonly folder: string;
  readonly #dataDirectory: string;
  readonly #binaries: Binaries;
  readonly #password: string;
  readonly #unlock: () => void;
  #account: Account;
  #port = 0;
  #child: ChildProcess | null = null;
  #stopping = false;
  /** Where the log of the latest start begins. */
  #logStart = 0;

  /** Opens DATA_DIR, initialises the database when it is new, and starts it. */
  static async start(dataDirectory: string): Promise<EmbeddedDatabase> {
    const binaries = findBinaries();
    const directory = openDataDirectory(dataDirectory);
    const unlock = takeFolderLock(join(directory, "portal.lock"));
    if (unlock === null) throw alreadyRunning(directory);
    let database: EmbeddedDatabase | null = null;
    try {
      database = new EmbeddedDatabase(directory, binaries, unlock);
      await stopLeftover(database.folder);
      database.#port = await portFor(join(directory, "postgres-port"));
      await database.#launch();
      await database.#createDatabase();
      return database;
    } catch (error) {
      await database?.stop();
      unlock();
      throw error;
    }
  }

  /**
   * The database of DATA_DIR for a short visit: of the portal that runs on it, or started for as long as
   * that takes.
   */
  static async visit(dataDirectory: string): Promise<{ url: string; leave: () => Promise<void> }> {
    const directory = openDataDirectory(dataDirectory);
    const unlock = takeFolderLock(join(directory, "portal.lock"));
    if (unlock === null) {
      const port = Number(readFileSync(join(directory, "postgres-port"), "utf8"));
      const password = secretIn(join(directory, "postgres-password"));
      return { url: urlOf(password, port, DATABASE), leave: async () => {} };
    }
    unlock();
    const database = await EmbeddedDatabase.start(dataDirectory);
    return { url: database.url, leave: () => database.stop() };
  }

  private constructor(directory: string, binaries: Binaries, unlock: () => void) {
    super();
    this.#dataDirectory = directory;
    this.folder = join(directory, "postgres");
    this.#binaries = binaries;
    this.#unlock = unlock;
    this.#password = secretIn(join(directory, "postgres-password"));
    this.#account = prepareFolder(binaries, this.folder, this.#password);
  }

  /** The process id of the running server. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts the server again after it died, on the same port. */
  async restart(): Promise<void> {
    if (this.#stopping) return;
    await this.#launch();
  }

  /** Stops the server cleanly (open transactions are rolled back) and gives the folder free. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child !== null && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      this.#askToStop(child);
      const deadline = setTimeout(() => child.kill("SIGQUIT"), LONGEST_STOP_MS);
      await gone;
      clearTimeout(deadline);
    }
    this.#unlock();
  }

  #askToStop(child: ChildProcess): void {
    if (process.platform !== "win32") {
      child.kill("SIGINT");
      return;
    }
    const control = join(dirname(this.#binaries.postgres), "pg_ctl.exe");
    spawnSync(control, ["stop", "-D", this.folder, "-m", "fast", "-W"], { stdio: "ignore" });
  }

  async #launch(): Promise<void> {
    const deadline = Date.now() + LONGEST_START_MS;
    for (;;) {
      const child = this.#spawn();
      const outcome = await this.#waitUntilReady(child, deadline);
      if (outcome === "ready") {
        child.once("exit", () => {
          if (!this.#stopping) this.emit("exit");
        });
        if (child.exitCode !== null || child.signalCode !== null) continue;
        return;
      }
      // Processes of a server that was killed keep its memory for a moment.
      const waiting = /pre-existing shared memory|is another postmaster/.test(this.#logTail());
      if (!waiting || Date.now() > deadline)
        throw couldNotStart(this.#dataDirectory, this.#logTail());
      await sleep(200);
    }
  }

  #spawn(): ChildProcess {
    const logFile = join(this.#dataDirectory, "postgres.log");
    const log = openSync(logFile, "a", 0o600);
    if (statSync(logFile).size > LARGEST_LOG) truncateSync(logFile);
    this.#logStart = statSync(logFile).size;
    const { command, args, options } = commandFor(this.#account, this.#binaries.postgres, [
      ...["-D", this.folder, "-p", String(this.#port)],
      ...settingArguments(),
    ]);
    // Detached: Ctrl+C at the terminal must reach the supervisor only, which stops the web first.
    const child = spawn(command, args, {
      ...options,
      stdio: ["ignore", log, log],
      detached: true,
      cwd: this.folder,
    });
    closeSync(log);
    child.on("error", () => {});
    this.#child = child;
    this.url = urlOf(this.#password, this.#port, DATABASE);
    return child;
  }

  async #waitUntilReady(child: ChildProcess, deadline: number): Promise<"ready" | "dead"> {
    while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
      const sql = this.#connect("postgres");
      try {
        const [row] = await sql`show data_directory`;
        if (realpathSync(String(row?.data_directory)) === this.folder) return "ready";
      } catch (error) {
        if ((error as { code?: string }).code === "28P01") {
          child.kill("SIGINT");
          throw wrongPassword(this.#dataDirectory);
        }
      } finally {
        await sql.end({ timeout: 1 });
      }
      await sleep(15);
    }
    return "dead";
  }

  async #createDatabase(): Promise<void> {
    const sql = this.#connect("postgres");
    try {
      const found = await sql`select from pg_database where datname = ${DATABASE}`;
      if (found.length === 0) await sql`create database ${sql(DATABASE)}`;
    } finally {
      await sql.end({ timeout: 1 });
    }
  }

  #connect(database: string): postgres.Sql {
    return postgres(urlOf(this.#password, this.#port, database), {
      max: 1,
      connect_timeout: 5,
      onnotice: () => {},
    });
  }

  #logTail(): string {
    try {
      const log = readFileSync(join(this.#dataDirectory, "postgres.log"));
      return log.subarray(this.#logStart).toString("utf8").slice(-1500).trim();
    } catch {
      return "";
    }
  }
}

/** Where the owner connects to. */
function urlOf(password: string, port: number, database: string): string {
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}
