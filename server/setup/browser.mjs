import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findBrowser } from "../../app/lib/export/browser-path.server.mjs";
import { run, runNode } from "./run-command.mjs";

export { findBrowser };

const APT = "/usr/bin/apt-get";
const FC_LIST = "/usr/bin/fc-list";
const APT_OPTIONS = [
  "-o",
  "Acquire::http::Timeout=15",
  "-o",
  "Acquire::Retries=1",
  "-o",
  "DPkg::Lock::Timeout=120",
];
const LONGEST_STEP_MS = 15 * 60_000;

/** Makes sure that there is a browser for the tests; ends the process with advice when not. */
export async function ensureBrowser() {
  if (await findBrowser()) return;
  if (process.env.PLAYWRIGHT_CHROMIUM) {
    stop(`PLAYWRIGHT_CHROMIUM=${process.env.PLAYWRIGHT_CHROMIUM} がありません。(not found)`);
  }
  console.log("テスト用のブラウザーを用意しています… (installing a browser for the tests)");
  for (const { command, args, env } of installSteps()) {
    if (command === process.execPath) {
      if (!(await findBrowser())) runNode(args);
    } else {
      run(command, args, { env });
    }
  }
  if (await findBrowser()) return;
  stop(
    "テスト用のブラウザーを用意できませんでした。Chromium を入れて PLAYWRIGHT_CHROMIUM=/path/to/chromium を指定してください。" +
      "\n(No browser for the tests: install Chromium and set PLAYWRIGHT_CHROMIUM.)",
  );
}

/**
 * Sees to a browser for PDF files without making anybody wait: a process of its own installs it
 * when the portal runs. A production machine belongs to its operator, so nothing is installed there.
 */
export async function installBrowserLater() {
  if (process.env.PORTAL_PDF === "off" || (await findBrowser())) return;
  if (process.env.PLAYWRIGHT_CHROMIUM || process.env.NODE_ENV === "production") {
    console.log(
      "PDF を作るブラウザー（Chromium）が見つかりません。PDF の代わりに印刷の案内を表示します。docs/operating.md をご覧ください。" +
        " (no Chromium for PDF files; see docs/operating.md)",
    );
    return;
  }
  const program = fileURLToPath(new URL("./install-browser.mjs", import.meta.url));
  // Of its own session, so that Ctrl+C does not stop a package manager in the middle.
  spawn(process.execPath, [program], { detached: true, stdio: ["ignore", "inherit", "inherit"] })
    .on("error", () => {})
    .unref();
}

/** Installs a browser and shows nothing of it; answers whether there is one now. */
export async function installQuietly() {
  for (const { command, args, env } of installSteps()) {
    if (command === process.execPath && (await findBrowser())) continue;
    await new Promise((resolve) => {
      const child = spawn(command, args, { env, stdio: "ignore", timeout: LONGEST_STEP_MS });
      child.on("error", resolve).on("exit", resolve);
    });
  }
  return (await findBrowser()) !== null;
}

/** Whether Japanese can be printed; true as well where nobody can tell. */
export function hasJapaneseFont() {
  const { status, stdout } = spawnSync(FC_LIST, [":lang=ja", "family"], { encoding: "utf8" });
  return status !== 0 || stdout.trim() !== "";
}

/**
 * What puts a browser on this machine, each step whether or not the one before worked: Debian's
 * packages where we may, and the browser that Playwright brings where there is none after that.
 */
function installSteps() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => ({ command: APT, args: [...APT_OPTIONS, ...args], env });
  const packages =
    process.getuid?.() === 0 && existsSync(APT)
      ? [
          apt("update"),
          apt("install", "-y", "chromium", "fonts-noto-cjk"),
          // The portal's first choice of a font; older systems do not have it.
          apt("install", "-y", "fonts-morisawa-bizud-gothic"),
        ]
      : [];
  const own = ["node_modules/playwright-core/cli.js", "install", "--no-shell", "chromium"];
  return [...packages, { command: process.execPath, args: own, env: process.env }];
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
