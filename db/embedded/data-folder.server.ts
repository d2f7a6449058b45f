import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StartupError } from "#app/lib/startup-error.server.ts";
import {
  type Account,
  checkOwner,
  chooseAccount,
  commandFor,
} from "#db/embedded/account.server.ts";
import { type Binaries, EMBEDDED_MAJOR } from "#db/embedded/binaries.server.ts";

export const OWNER = "portal";

/** LC_CTYPE decides what pg_trgm takes for a letter; under C no Japanese text has any trigram. */
const CTYPES = ["C.UTF-8", "en_US.UTF-8", "ja_JP.UTF-8", "UTF-8"];

/** Makes DATA_DIR if it is missing and proves that it can be written; returns its real path. */
export function openDataDirectory(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o711 });
    const probe = join(path, `.write-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
    return realpathSync(path);
  } catch (cause) {
    throw new StartupError(
      `データフォルダー ${path} に書き込めません（${(cause as NodeJS.ErrnoException).code}）。アクセス権と空き容量を確かめるか、DATA_DIR で別の場所を指定してください。データには触れていません。`,
      `The data folder ${path} is not writable. Check its permissions and the free space, or set DATA_DIR. Nothing was changed.`,
      { cause },
    );
  }
}

/** A secret kept in a file that only its owner can read; made when it is missing. */
export function secretIn(file: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const secret = randomBytes(32).toString("hex");
  writeFileSync(file, `${secret}\n`, { flag: "wx", mode: 0o600 });
  return secret;
}

/**
 * Makes the database folder when it is missing, or checks that it is one this PostgreSQL can open.
 * It is initialised beside its place and moved there in one step, so that a crash in the middle
 * leaves nothing half made.
 */
export function prepareFolder(binaries: Binaries, folder: string, password: string): Account {
  if (existsSync(folder)) {
    checkOwner(folder);
    checkVersion(folder);
    return chooseAccount(binaries.postgres, folder);
  }
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const account = chooseAccount(binaries.postgres, unfinished);
  initialise(binaries, account, unfinished, password);
  renameSync(unfinished, folder);
  return account;
}

function checkVersion(folder: string): void {
  const file = join(folder, "PG_VERSION");
  if (!existsSync(file)) {
    throw new StartupError(
      `${folder} は PostgreSQL のデータフォルダーではありません。移動するか、DATA_DIR で別の場所を指定してください。データには触れていません。`,
      `${folder} is not a PostgreSQL data folder. Move it away or set DATA_DIR. Nothing was changed.`,
    );
  }
  const version = readFileSync(file, "utf8").trim();
  if (version === EMBEDDED_MAJOR) return;
  throw new StartupError(
    `${folder} は PostgreSQL ${version} のデータです。このポータルは PostgreSQL ${EMBEDDED_MAJOR} で動きます。バージョン ${version} の pg_dump で書き出し、新しいフォルダーに読み込んでください。データには触れていません。`,
    `${folder} was made by PostgreSQL ${version}, but this portal runs PostgreSQL ${EMBEDDED_MAJOR}. Dump it with version ${version} and restore it into a new folder. Nothing was changed.`,
  );
}

function initialise(binaries: Binaries, account: Account, folder: string, password: string): void {
  const secrets = mkdtempSync(join(tmpdir(), "portal-init-"));
  try {
    const passwordFile = join(secrets, "password");
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account.uid !== undefined && account.gid !== undefined) {
      chownSync(secrets, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
    let output = "";
    for (const ctype of CTYPES) {
      const run = commandFor(account, binaries.initdb, [
        ...["-D", folder, "-U", OWNER, "-A", "scram-sha-256", `--pwfile=${passwordFile}`],
        ...["--encoding=UTF8", "--locale=C", `--lc-ctype=${ctype}`, "--data-checksums"],
        ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
      ]);
      const result = spawnSync(run.command, run.args, {
        ...run.options,
        encoding: "utf8",
        cwd: "/",
      });
      if (result.status === 0) return;
      output = `${result.stdout ?? ""}\n${result.stderr ?? ""}`.trim();
      if (!/locale/i.test(output)) break;
    }
    throw new StartupError(
      `データベースを初期化できませんでした。空き容量とアクセス権を確かめてください。\n${output}`,
      "The database could not be initialised. Check the free space and the permissions.",
    );
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}
