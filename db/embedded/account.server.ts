import { spawnSync } from "node:child_process";
import { chownSync, lstatSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { StartupError } from "#app/lib/startup-error.server.ts";

const NOBODY = 65534;

/** How PostgreSQL, which refuses to run as root, is run: what goes before it, and as whom. */
export type Account = { prefix: string[]; uid?: number; gid?: number };

const ITSELF: Account = { prefix: [] };
/** A user namespace in which root carries another number; files still belong to root outside. */
const NAMESPACE: Account = {
  prefix: ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`],
};

/**
 * Chooses how to run PostgreSQL for a folder that exists, and proves that it works there. As root:
 * a user namespace; where the kernel forbids it (most containers), another user who is given the
 * folder.
 */
export function chooseAccount(postgres: string, folder: string): Account {
  const { uid: owner, gid } = statSync(folder);
  if (process.getuid?.() === undefined) return ITSELF;
  if (process.getuid() !== 0) {
    if (!works(ITSELF, postgres, folder)) throw notWritable(folder);
    return ITSELF;
  }
  if (owner !== 0) {
    const account = { prefix: [], uid: owner, gid };
    if (works(account, postgres, folder)) return account;
    throw notOwned(folder, owner);
  }
  if (works(NAMESPACE, postgres, folder)) return NAMESPACE;
  const nobody = { prefix: [], uid: NOBODY, gid: NOBODY };
  giveTo(folder, NOBODY, NOBODY);
  if (works(nobody, postgres, folder)) return nobody;
  giveTo(folder, 0, 0);
  throw new StartupError(
    `PostgreSQL は root では動かせず、別の利用者からは ${folder} かプログラムに届きません。root 以外の利用者で起動するか、DATA_DIR を /var/lib/portal のような場所にするか、DATABASE_URL で PostgreSQL を指定してください。`,
    `PostgreSQL does not run as root, and another user cannot reach ${folder} or the programs. Start as another user, choose another DATA_DIR, or set DATABASE_URL.`,
  );
}

/** Refuses a folder of somebody else before anything in it is looked at. */
export function checkOwner(folder: string): void {
  const user = process.getuid?.();
  const owner = statSync(folder).uid;
  if (user !== undefined && user !== 0 && user !== owner) throw notOwned(folder, owner);
}

/** The command line and options to start a program as an account. */
export function commandFor(account: Account, program: string, args: string[]) {
  const [command = program, ...rest] = [...account.prefix, program, ...args];
  const { uid, gid } = account;
  return { command, args: rest, options: uid === undefined ? {} : { uid, gid } };
}

function works(account: Account, postgres: string, folder: string): boolean {
  const script = 'cd "$2" && test -w . && "$1" --version';
  const probe = commandFor(account, "sh", ["-c", script, "sh", postgres, folder]);
  return spawnSync(probe.command, probe.args, { ...probe.options, stdio: "ignore" }).status === 0;
}

function giveTo(folder: string, uid: number, gid: number): void {
  chownSync(folder, uid, gid);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (lstatSync(path).isDirectory()) giveTo(path, uid, gid);
    else if (lstatSync(path).isFile()) chownSync(path, uid, gid);
  }
}

function notOwned(folder: string, owner: number): StartupError {
  return new StartupError(
    `データフォルダー ${folder} は別の利用者（uid ${owner}）のものです。その利用者で起動するか、DATA_DIR で別の場所を指定してください。データには触れていません。`,
    `The data folder ${folder} belongs to another user (uid ${owner}). Start as that user or set DATA_DIR. Nothing was changed.`,
  );
}

function notWritable(folder: string): StartupError {
  return new StartupError(
    `データフォルダー ${folder} に書き込めないか、PostgreSQL を実行できません。アクセス権を確かめるか、DATA_DIR で別の場所を指定してください。データには触れていません。`,
    `The data folder ${folder} is not writable, or PostgreSQL cannot be run. Check its permissions or set DATA_DIR. Nothing was changed.`,
  );
}
