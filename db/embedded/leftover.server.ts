import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartupError } from "#app/lib/startup-error.server.ts";
import { isAlive } from "#db/embedded/folder-lock.server.ts";

const LONGEST_STOP_MS = 30_000;

/**
 * Stops the PostgreSQL that a killed supervisor left running on our folder. The process id in
 * postmaster.pid is believed only when that process works in our folder: after a reboot the
 * number may belong to anybody, and a stranger is never touched.
 */
export async function stopLeftover(folder: string): Promise<void> {
  const pidFile = join(folder, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const [first = "", ...rest] = readFileSync(pidFile, "utf8").split("\n");
  const pid = Number(first);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  if (!worksIn(pid, folder)) {
    // PostgreSQL would refuse to start because some process has this number. It skips that check
    // for its parent's number, and still makes sure that no shared memory is left in use.
    writeFileSync(pidFile, [String(process.pid), ...rest].join("\n"));
    return;
  }
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + LONGEST_STOP_MS;
  while (isAlive(pid) && worksIn(pid, folder)) {
    if (Date.now() > deadline) {
      throw new StartupError(
        `前回の PostgreSQL（プロセス ${pid}）が終了しません。終了を待ってから、もう一度起動してください。`,
        `The PostgreSQL of the last run (process ${pid}) does not stop. Wait for it and start again.`,
      );
    }
    await sleep(20);
  }
}

/** Whether a process is the PostgreSQL of a folder: postgres makes it its working directory. */
function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return commandLine(pid).includes(folder);
  }
}

function commandLine(pid: number): string {
  if (process.platform === "win32") return "";
  try {
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
