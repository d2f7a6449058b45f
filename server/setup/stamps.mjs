import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["app", "db", "seeds", "server", "public"];
const FILES = ["package.json", "package-lock.json", "tsconfig.json", "vite.config.ts"];
const NOT_BUILT = /\.test\.tsx?$|\.sql$|\.md$/;

const INSTALL_STAMP = "node_modules/.install-stamp";
const NPM_STAMP = "node_modules/.package-lock.json";
const BUILD_STAMP = "build/.stamp";

/** Whether node_modules is what package-lock.json says, for this platform and Node. */
export function isInstalled() {
  if (!existsSync(NPM_STAMP)) return false;
  if (readStamp(INSTALL_STAMP) === installHash()) return true;
  // Somebody has run npm themselves after the lock file last changed.
  return statSync(NPM_STAMP).mtimeMs >= statSync("package-lock.json").mtimeMs;
}

/** Remembers that node_modules is up to date. */
export function stampInstall() {
  writeFileSync(INSTALL_STAMP, installHash());
}

/** Whether build/ was made from exactly these sources. */
export function isBuilt() {
  return existsSync("build/server/index.js") && readStamp(BUILD_STAMP) === sourcesHash();
}

/** Remembers from which sources build/ was made; the hash is taken before building. */
export function stampBuild(hash) {
  writeFileSync(BUILD_STAMP, hash);
}

/** A hash over the content of everything that goes into the build. */
export function sourcesHash() {
  const hash = createHash("sha256");
  for (const file of [...FILES, ...SOURCES.flatMap(listFiles)]) {
    if (existsSync(file)) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function installHash() {
  const machine = `${process.platform}-${process.arch}-${process.versions.modules}`;
  return createHash("sha256")
    .update(readFileSync("package-lock.json"))
    .update(machine)
    .digest("hex");
}

function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_BUILT.test(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listFiles(path) : [path];
    })
    .sort();
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
