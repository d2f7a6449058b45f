/**
 * Runs the production build for the browser tests on an empty data folder of its own, and removes
 * the folder afterwards.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "portal-e2e-"));
const portal = spawn(process.execPath, ["build/server/index.js"], {
  stdio: "inherit",
  env: { ...process.env, DATA_DIR: folder },
});
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => portal.kill("SIGTERM"));
portal.on("exit", (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
