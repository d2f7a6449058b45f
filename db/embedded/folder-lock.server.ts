import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

type Holder = { pid: number; started: string };

/**
 * Takes the lock of a data folder for this process; null when a living process holds it. A holder is
 * its process id and start time: after a crash the same number may belong to somebody else.
 * @returns the function that gives the lock back
 */
export function takeFolderLock(file: string): (() => void) | null {
  mkdirSync(dirname(file), { recursive: true });
  const own: Holder = { pid: process.pid, started: startOf(process.pid) ?? "" };
  for (let attempt = 0; attempt < 3; attempt++) {
    if (create(file, own)) return () => rmSync(file, { force: true });
    const holder = readHolder(file);
    if (holder !== null && startOf(holder.pid) === holder.started) return null;
    rmSync(file, { force: true });
  }
  return null;
}

/** Makes the lock file with its content in one step, so that nobody reads it half written. */
function create(file: string, holder: Holder): boolean {
  const draft = `${file}.${holder.pid}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Whether a process with this id lives, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

/** When a process started, as text to compare; null when there is no such process. */
function startOf(pid: number): string | null {
  if (!isAlive(pid)) return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold spaces; the start time is the 20th field after it.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return startByPs(pid);
  }
}

function startByPs(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}
