import { defineConfig } from "@playwright/test";
import { portalSecret } from "./e2e/secret-link.ts";
import { findBrowser } from "./server/setup/browser.mjs";

const port = Number(process.env.PORTAL_E2E_PORT ?? 3100);
const address = `http://localhost:${port}`;
const browser = await findBrowser();

/** What changes the marks of a whole plan while it runs; other journeys must be over by then. */
const changesForAll = /rubric\.spec\.ts$/;
/** What revises a plan, and compares marks before and after. */
const revises = /revision\.spec\.ts$/;
/** What asks for a later year, which then is every page's first, and listens where mail is sent. */
const asksAnew = /round\.spec\.ts$/;
/** What has a portal of its own, which nothing else disturbs. */
const apart = /recovery\.spec\.ts$/;
/** What only looks, whatever was done before. */
const looks = /pages\.spec\.ts$/;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A machine under load may be slow once; what passes only then is counted and named as flaky.
  retries: 1,
  reporter: "list",
  use: {
    baseURL: address,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    screenshot: "only-on-failure",
    launchOptions: { args: ["--no-sandbox"], ...(browser ? { executablePath: browser } : {}) },
  },
  projects: [
    {
      name: "chromium",
      testIgnore: [changesForAll, revises, asksAnew, apart, looks],
      use: { browserName: "chromium" },
    },
    {
      name: "changes for all",
      testMatch: changesForAll,
      dependencies: ["chromium"],
      use: { browserName: "chromium" },
    },
    // A journey that must be alone with the plan leaves a worker free, here and at the end.
    {
      name: "apart",
      testMatch: apart,
      dependencies: ["chromium"],
      use: { browserName: "chromium" },
    },
    {
      name: "revises a plan",
      testMatch: revises,
      dependencies: ["changes for all"],
      use: { browserName: "chromium" },
    },
    {
      name: "asks anew",
      testMatch: asksAnew,
      dependencies: ["revises a plan"],
      use: { browserName: "chromium" },
    },
    {
      name: "looks at every page",
      testMatch: looks,
      dependencies: ["revises a plan"],
      use: { browserName: "chromium" },
    },
  ],
  webServer: {
    command: "node server/setup/e2e-server.mjs",
    url: `${address}/healthz`,
    reuseExistingServer: false,
    timeout: 120_000,
    stdout: "ignore",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    env: {
      PORT: String(port),
      APP_URL: address,
      LOG_LEVEL: "warn",
      DEMO: "1",
      // Where e2e/sign-on runs a sign-in service.
      OIDC_ALLOWED_HOSTS: "127.0.0.1",
      AUTH_SECRET: portalSecret,
      // Where e2e/mail listens; until then the mails wait.
      SMTP_URL: `smtp://127.0.0.1:${port + 1}`,
      MAIL_FROM: "portal@example.jp",
      MAIL_DIGEST_MINUTES: "0",
    },
  },
});
