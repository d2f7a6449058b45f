import type { Browser, Page } from "playwright-core";
import { onShutdown } from "../shutdown.server.ts";
import { findBrowser } from "./browser-path.server.mjs";
import { ExportUnavailable } from "./export-unavailable.ts";

/** How long the browser waits for the next page before it gives its memory back. */
const idleMs = 2 * 60_000;
/** After so many pages it makes room for a new one: what a renderer leaks does not add up. */
const longestLife = 200;
const launchMs = 15_000;

/**
 * What the browser may know of this process's environment: how to find files, fonts and its
 * language. Not the database's address, not the secret.
 */
const passedOn =
  /^(PATH|HOME|TMPDIR|TEMP|TMP|LANG|LC_\w+|TZ|XDG_\w+|FONTCONFIG_\w+|LD_LIBRARY_PATH|SystemRoot|USERPROFILE|LOCALAPPDATA|APPDATA|ProgramFiles.*)$/i;

const flags = [
  // Names and addresses lead nowhere, also for what no page asks by itself (preconnect, updates).
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

type Running = { browser: Browser; pages: number; open: number; retired: boolean };

let current: Promise<Running> | null = null;
let idle: NodeJS.Timeout | undefined;

onShutdown("browser", closeBrowser);

/**
 * Runs `work` with an empty page of the process's one browser, which is started when it is needed
 * and again when it has died. The page has no scripts, no network and no storage, and is closed
 * afterwards or when `signal` says that nobody waits any more.
 * Throws ExportUnavailable `no_browser` when there is none.
 */
export async function withPage<Result>(
  signal: AbortSignal,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const running = await runningBrowser(signal);
  clearTimeout(idle);
  running.pages += 1;
  running.open += 1;
  if (running.pages >= longestLife) running.retired = true;
  try {
    return await inContext(running.browser, signal, work);
  } finally {
    running.open -= 1;
    if (running.open === 0) await rest(running);
  }
}

/** Ends the browser, if there is one; the next page starts another. */
export async function closeBrowser(): Promise<void> {
  clearTimeout(idle);
  const ending = current;
  current = null;
  const running = await ending?.catch(() => null);
  await running?.browser.close();
}

async function inContext<Result>(
  browser: Browser,
  signal: AbortSignal,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    offline: true,
    serviceWorkers: "block",
    acceptDownloads: false,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    reducedMotion: "reduce",
  });
  // Ends the page in the middle of whatever it does: printing itself knows no deadline.
  const end = () => void context.close().catch(() => {});
  signal.addEventListener("abort", end, { once: true });
  try {
    signal.throwIfAborted();
    await context.route("**/*", (route) =>
      // 204 leaves a document where it is; a failed navigation would put an error page in its place.
      route.request().isNavigationRequest() ? route.fulfill({ status: 204 }) : route.abort(),
    );
    return await work(await context.newPage());
  } finally {
    signal.removeEventListener("abort", end);
    await context.close().catch(() => {});
  }
}

/** Everybody who asks while the browser starts waits for the same one. */
async function runningBrowser(signal: AbortSignal): Promise<Running> {
  for (;;) {
    signal.throwIfAborted();
    current ??= launch();
    const asked = current;
    try {
      const running = await asked;
      if (running.browser.isConnected() && !running.retired) return running;
    } catch (error) {
      if (current === asked) current = null;
      throw error;
    }
    if (current === asked) current = null;
  }
}

async function launch(): Promise<Running> {
  const executablePath = process.env.PORTAL_PDF === "off" ? null : await findBrowser();
  if (executablePath === null) throw new ExportUnavailable("no_browser");
  const { chromium } = await import("playwright-core");
  const browser = await chromium
    .launch({
      executablePath,
      args: flags,
      env: environment(),
      timeout: launchMs,
      // The sandbox of Chromium refuses to run as root, which a container often is.
      chromiumSandbox: process.getuid?.() !== 0,
      // The process stops in its own order.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    .catch((error: unknown) => {
      throw new ExportUnavailable("failed", error);
    });
  return { browser, pages: 0, open: 0, retired: false };
}

/** The last page is closed: the browser waits for the next one, or ends when its time has come. */
async function rest(running: Running): Promise<void> {
  if (running.retired) return running.browser.close().catch(() => {});
  clearTimeout(idle);
  idle = setTimeout(() => void closeBrowser().catch(() => {}), idleMs);
  idle.unref();
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && passedOn.test(entry[0]),
  );
  return Object.fromEntries(entries);
}
