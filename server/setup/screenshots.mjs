/**
 * Takes the pictures of docs/screenshots and of the guides from the production build on an empty data folder, signed in
 * as the people of the demo. `npm run screenshots` runs it.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { chdir } from "node:process";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { findBrowser } from "./browser.mjs";
import { takeGuidePictures } from "./guide-pictures.mjs";

chdir(fileURLToPath(new URL("../..", import.meta.url)));

const FOLDER = "docs/screenshots";
const PORT = process.env.PORT ?? "3190";
const ADDRESS = `http://localhost:${PORT}`;
const PASSWORD = "kyushu-demo-2026";
const DESK = { width: 1440, height: 1000 };
/** For a form or a table that makes sense as a whole only. */
const TALL = { width: 1440, height: 1340 };
const PHONE = { width: 390, height: 844 };

/** A screen in a meeting room. */
const ROOM = { width: 1280, height: 720 };
/** For what is read from the top to the bottom. */
const LONG = { width: 1440, height: 1900 };

const YEAR = "?fy=2023";
/** The last year that the cities have published. */
const PUBLISHED = "?fy=2016";
/** What a council reads, also on a phone and on paper. */
const READ = {
  region: `/plans/jewels${YEAR}`,
  goal: `/plans/jewels/goals/SHG${YEAR}`,
  indicator: `/plans/jewels/indicators/JNZ-2-1-a${YEAR}`,
  roadmap: `/plans/jewels/roadmap${YEAR}`,
  matrix: `/plans/jewels/matrix${YEAR}`,
  comparison: "/plans/jewels/indicators/SHG-4-1-a/comparison?fy=2022",
};
const REPORTS = "/workspaces/saga/plans/jewels/reports";

const portal = spawn(process.execPath, ["server/setup/e2e-server.mjs"], {
  stdio: ["ignore", "ignore", "inherit"],
  env: { ...process.env, PORT, APP_URL: ADDRESS, LOG_LEVEL: "warn", DEMO: "1" },
});
const path = await findBrowser();
const browser = await chromium.launch({
  args: ["--no-sandbox"],
  ...(path ? { executablePath: path } : {}),
});
try {
  mkdirSync(FOLDER, { recursive: true });
  await untilReady();
  await takeAll();
  await takeGuidePictures(open);
} finally {
  await browser.close();
  portal.kill("SIGTERM");
}

async function takeAll() {
  const visitor = await open(null);
  await visitor.setViewportSize({ width: 1440, height: 800 });
  await take(visitor, "front", "/");

  const saga = await open("editor@saga.example.jp");
  await take(saga, "workspace-home", "/workspaces/saga");
  await saga.setViewportSize(LONG);
  await take(saga, "pt-workspace", `/workspaces/saga/plans/jewels/pts/SHG${YEAR}`);
  await saga.setViewportSize(TALL);
  await take(saga, "report-returned", `${REPORTS}/SHG-2-3-a/2023`);
  await take(saga, "report-form", `${REPORTS}/SHG-4-1-a/2023`, async () => {
    await saga.getByLabel(/^実績値/).fill("５１２社");
    await saga.getByLabel("備考").fill("県の宣言企業制度の登録数。令和6年3月末現在。");
  });
  await takeConflict(saga);
  await take(saga, "entry-grid", "/workspaces/saga/plans/jewels/rounds/1/entry?rows=open");
  await saga.setViewportSize(LONG);
  await take(saga, "project-progress", "/plans/jewels/projects/SHG-5-2/progress");
  await saga.setViewportSize(TALL);
  await take(saga, "practices", "/plans/jewels/practices");

  const fukuoka = await open("approver@fukuoka.example.jp");
  await fukuoka.setViewportSize(TALL);
  await take(fukuoka, "review-list", "/workspaces/fukuoka/review", () =>
    fukuoka.getByText("理由を付けて差し戻す").nth(1).click(),
  );

  const council = await open("viewer@council.example.jp");
  await council.setViewportSize(LONG);
  await take(council, "region", `/plans/jewels${YEAR}`);
  await council.setViewportSize(TALL);
  await take(council, "region-filtered", `/plans/jewels${YEAR}&pt=ANS&mark=open`);
  await council.setViewportSize(LONG);
  await take(council, "goal", `/plans/jewels/goals/SHG${YEAR}`);
  await council.setViewportSize(TALL);
  await council
    .getByRole("region", { name: "KPIの推移" })
    .screenshot({ path: `${FOLDER}/small-multiples.png` });
  await take(council, "indicator", `/plans/jewels/indicators/SHG-4-1-a${YEAR}`);
  await council.setViewportSize(LONG);
  await take(council, "explanation", `/plans/jewels/indicators/JNZ-2-1-a/explanation${YEAR}`);
  await council.setViewportSize(TALL);
  await take(council, "roadmap", `/plans/jewels/roadmap${YEAR}`);
  await take(council, "matrix", `/plans/jewels/matrix${YEAR}`);
  await take(council, "comparison", "/plans/jewels/indicators/SHG-4-1-a/comparison?fy=2022");
  await take(council, "changes", `/plans/jewels/changes${YEAR}&from=2026-10-22`);
  await council.setViewportSize(ROOM);
  await take(council, "meeting", `/plans/jewels/meeting${YEAR}&slide=2`);
  await council.setViewportSize(PHONE);
  for (const [name, address] of Object.entries(READ)) await take(council, `${name}-phone`, address);
  for (const [name, address] of Object.entries(READ)) await takePrint(council, name, address);
  await takeEnglish();
  const office = await open("editor@council.example.jp");
  await takeRubricEditor(office);
  await take(office, "round", "/plans/jewels/rounds/1");
  await takePack(office);

  const admin = await open("admin@saga.example.jp");
  await take(admin, "members", "/workspaces/saga/members");
  await take(admin, "audit", "/workspaces/saga/audit");
  await take(
    admin,
    "ask-a-firm",
    "/workspaces/saga/links/new?plan=jewels&indicator=SHG-4-1-a&fy=2023",
  );
  await take(admin, "own-security", "/account/security");

  await visitor.setViewportSize(TALL);
  await take(visitor, "city-plan", `/plans/kitakyushu${PUBLISHED}`);
  await take(visitor, "evaluation-sheet", `/plans/kurume/sheets/G2${PUBLISHED}`);
  await take(visitor, "plan-health", "/plans/jewels/health");
  await take(visitor, "revision-list", "/plans/jewels/versions/2");
}

/** A rule as it is changed, with what the change would do to the plan. */
async function takeRubricEditor(page) {
  await page.setViewportSize(LONG);
  await take(page, "rubric-editor", "/plans/jewels/rubric/edit", async () => {
    await page.getByLabel("条件1の境目", { exact: true }).fill("９５");
    await page.getByLabel("条件1の境目", { exact: true }).press("Tab");
    await page
      .getByRole("group", { name: "試算の結果" })
      .getByText(/この基準では\s*[1-9]\d*\s*件の評価が変わります/)
      .waitFor();
  });
}

/** Two people of 佐賀県 with the same form: what the slower one is shown. */
async function takeConflict(faster) {
  const report = `${REPORTS}/JNZ-6-2-a/2023`;
  const slower = await open("approver@saga.example.jp");
  await slower.setViewportSize(TALL);
  await slower.goto(report);
  await faster.goto(report);
  await faster.getByLabel(/^実績値/).fill("1,240");
  await faster.getByRole("button", { name: "下書き保存" }).click();
  await faster.getByText("下書きを保存しました").waitFor();
  await slower.getByLabel(/^実績値/).fill("１，２６０人");
  await slower.getByLabel("備考").fill("オンライン講座の修了者20人を加えた。");
  await slower.getByRole("button", { name: "下書き保存" }).click();
  await slower.getByText("上書きしませんでした").waitFor();
  await shoot(slower, "report-conflict");
}

/** The same page in the other language. */
async function takeEnglish() {
  const page = await open("viewer@council.example.jp");
  await page.setViewportSize(TALL);
  await page.goto(`/plans/jewels${YEAR}`);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText("Whole region").first().waitFor();
  await shoot(page, "region-english");
}

/** The papers of a meeting: how they are made, and some sheets of the file. */
async function takePack(page) {
  await page.setViewportSize(TALL);
  await page.goto("/plans/jewels/packs/new");
  await page.getByLabel(/^会議の名称/).fill("第44回九州地域戦略会議");
  await shoot(page, "pack-choice");
  await page.getByRole("button", { name: "資料を作成する" }).click();
  await page.getByRole("link", { name: /PDF/ }).first().waitFor({ timeout: 120_000 });
  await page.setViewportSize({ width: 1440, height: 900 });
  await shoot(page, "pack");
  const file = await page.request.get(`${new URL(page.url()).pathname}/file.pdf`);
  await takeSheets("pack-sheets", sheetsOf(await file.body(), [3, 4, 11]));
}

/** Sheets of a PDF as images; none where poppler's program that draws them is missing. */
function sheetsOf(pdf, numbers) {
  return numbers.flatMap((number) => {
    const pages = ["-f", `${number}`, "-l", `${number}`];
    const drawn = spawnSync("pdftoppm", ["-r", "80", "-png", ...pages, "-"], {
      input: pdf,
      maxBuffer: 64 * 1024 * 1024,
    });
    return drawn.status === 0 ? [drawn.stdout.toString("base64")] : [];
  });
}

/** Sheets of paper beside each other on a desk. */
async function takeSheets(name, images) {
  if (images.includes(undefined) || images.length === 0)
    return console.log(`pdftoppm is missing: no picture ${name}`);
  const desk = await browser.newPage({ viewport: { width: 800, height: 600 } });
  const sheets = images.map((image) => `<img alt="" src="data:image/png;base64,${image}">`);
  await desk.setContent(
    `<body style="margin:0"><div style="padding:20px;display:inline-flex;gap:20px;background:#ddd">${sheets.join("")}</div></body>`,
  );
  await desk.locator("div").screenshot({ path: `${FOLDER}/${name}.png` });
  console.log(`${FOLDER}/${name}.png`);
  await desk.close();
}

/** The first sheet of a page as it is printed. */
async function takePrint(page, name, address) {
  await page.goto(address);
  const [image] = sheetsOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }), [1]);
  await takeSheets(`${name}-print`, [image]);
}

async function open(email) {
  const context = await browser.newContext({
    baseURL: ADDRESS,
    viewport: DESK,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
  });
  const page = await context.newPage();
  if (email === null) return page;
  await page.goto("/sign-in");
  await page.getByLabel("メールアドレス").fill(email);
  await page.getByLabel("パスワード").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "ログイン", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  return page;
}

async function take(page, name, address, prepare) {
  await page.goto(address);
  await prepare?.();
  await shoot(page, name);
}

async function shoot(page, name) {
  // A pointer, a ring of focus or half a page above belong to somebody at work, not to a picture.
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, 0);
  });
  await page.waitForTimeout(200);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  console.log(`${FOLDER}/${name}.png`);
}

async function untilReady() {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    if (portal.exitCode !== null) throw new Error("The portal did not start.");
    const ready = await fetch(`${ADDRESS}/readyz`).catch(() => null);
    if (ready?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("The portal did not become ready.");
}
