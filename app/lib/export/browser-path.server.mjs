/**
 * Where Chromium is on this machine. Plain JavaScript because the set-up scripts need it before
 * anything is built.
 */
import { existsSync } from "node:fs";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The path of a Chromium, or null: the one PLAYWRIGHT_CHROMIUM names and no other, else the
 * machine's own, else one that `npx playwright-core install chromium` has fetched.
 *
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return installed;
  const { chromium } = await import("playwright-core");
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}
