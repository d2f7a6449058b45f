import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { runNode } from "./run-command.mjs";
import { sourcesHash, stampBuild } from "./stamps.mjs";

const COMPRESSIBLE = /\.(?:js|css|svg|json|txt)$/;
const SMALLEST = 1024;

const hash = sourcesHash();
rmSync("build", { recursive: true, force: true });
const status = runNode(["node_modules/@remix-run/dev/dist/cli.js", "vite:build"]);
if (status !== 0) process.exit(status);
compress("build/client");
stampBuild(hash);

/** Puts .br and .gz files beside the client files, so that no request pays for compressing them. */
function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      compress(path);
    } else if (COMPRESSIBLE.test(entry.name)) {
      const content = readFileSync(path);
      if (content.byteLength < SMALLEST) continue;
      const parameters = {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
      };
      writeFileSync(`${path}.br`, brotliCompressSync(content, { params: parameters }));
      writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    }
  }
}
