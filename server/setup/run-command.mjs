import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Runs a program in the project folder and shows its output; returns its exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { stdio: "inherit", ...options });
  if (result.error) console.error(result.error.message);
  return result.status ?? 1;
}

/** Runs a Node program of a package. */
export function runNode(args, options = {}) {
  return run(process.execPath, args, options);
}

/** Runs the npm this script was started by, so that a machine with several gets the same one. */
export function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm && existsSync(npm) && /npm[^/\\]*$/.test(npm)) return runNode([npm, ...args]);
  return run("npm", args, { shell: process.platform === "win32" });
}
