import { existsSync } from "node:fs";
import { run, runNode } from "./run-command.mjs";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of a Chromium on this machine, or null. PLAYWRIGHT_CHROMIUM names one explicitly. */
export async function findBrowser() {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return installed;
  const { chromium } = await import("@playwright/test");
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/** Makes sure that there is a browser for the tests; ends the process with advice when not. */
export async function ensureBrowser() {
  if (await findBrowser()) return;
  if (process.env.PLAYWRIGHT_CHROMIUM) {
    stop(`PLAYWRIGHT_CHROMIUM=${process.env.PLAYWRIGHT_CHROMIUM} がありません。(not found)`);
  }
  console.log("テスト用のブラウザーを用意しています… (installing a browser for the tests)");
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update"], { env });
    run("apt-get", ["install", "-y", "chromium", "fonts-noto-cjk"], { env });
  }
  if (!(await findBrowser())) {
    runNode(["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  }
  if (await findBrowser()) return;
  stop(
    "テスト用のブラウザーを用意できませんでした。Chromium を入れて PLAYWRIGHT_CHROMIUM=/path/to/chromium を指定してください。" +
      "\n(No browser for the tests: install Chromium and set PLAYWRIGHT_CHROMIUM.)",
  );
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
