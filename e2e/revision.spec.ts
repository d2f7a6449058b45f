import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectAccessible } from "./axe.ts";
import { expectCellsToHold, expectToFit } from "./layout.ts";
import { expectDone, openAs, post } from "./people.ts";

const plan = "jewels";
const kpi = "SHG-4-1-a";
const graded = paths.indicator(plan, kpi, 2023);

/** A page of the revision is clean, and fits a phone. */
async function expectClean(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await expectCellsToHold(page, name);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectToFit(page, name);
  await page.setViewportSize({ width: 1280, height: 720 });
}

const rowsOf = (page: Page, kind: string) =>
  page
    .getByRole("main")
    .getByRole("row")
    .filter({ has: page.getByRole("cell", { name: kind, exact: true }) })
    .filter({ hasText: /[A-Z]{3}-\d+-\d+\s/ });

test("the list of what JEWELS+ was revised by has its twelve new and nine changed projects", async ({
  page,
}) => {
  await page.goto(paths.plan(plan));
  await page.getByRole("link", { name: "改定履歴" }).click();
  await page.getByRole("link", { name: /見直し一覧.*第2版/ }).click();
  const counts = page.getByRole("main").locator("dl").filter({ hasText: "新規" });
  await expect(counts.first()).toContainText(/新規\s*12\s*事業\s*変更\s*9\s*事業/);
  await expect(rowsOf(page, "新規")).toHaveCount(12);
  await expect(rowsOf(page, "変更")).toHaveCount(9);
  const skills = page.getByRole("row", { name: /SHG-2-2/ });
  await expect(skills.locator("ins")).toContainText("研修を含む");
  await expect(skills).toContainText("ＤＸ研修を追加");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Excelで保存" }).click();
  expect((await download).suggestedFilename()).toMatch(/見直し一覧_第2版\.xlsx$/);
});

test("the plan as it stood on a day", async ({ page }) => {
  await page.goto(paths.versions(plan));
  const day = page.getByLabel("指定日時点の計画を見る");
  await day.fill("2019-01-01");
  await page.getByRole("button", { name: "表示する" }).click();
  await expect(day).toHaveAccessibleDescription(/まだ計画がありません/);
  await day.fill("2021-05-01");
  await page.getByRole("button", { name: "表示する" }).click();
  await expect(page).toHaveURL(paths.versionDocument(plan, 1));
  await expect(page.getByText("過去の計画（第1版）です")).toBeVisible();
  await expect(page.getByRole("heading", { name: /SHG-4-1/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: /SHG-5-2/ })).toHaveCount(0);
});

test("a revision is proposed to, put together and adopted, and what was graded stays", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const lead = await openAs(browser, "editor@fukuoka.example.jp");
  const office = await openAs(browser, "editor@council.example.jp");
  const head = await openAs(browser, "approver@council.example.jp");
  const partner = await openAs(browser, "editor@saga.example.jp");
  await head.goto(graded);
  const before = await head.getByRole("main").innerText();

  await lead.goto(paths.versions(plan));
  await lead.getByRole("link", { name: "見直しを始める" }).click();
  await lead.getByRole("button", { name: "見直しを始める" }).click();
  await expect(lead.getByLabel(/^見直しの名称/)).toHaveAccessibleDescription(/名称を100文字以内/);
  await lead.getByLabel(/^見直しの名称/).fill("令和8年度の見直し");
  await lead.getByLabel(/^趣旨/).fill("働き方改革の目標を令和9年度まで延ばす。");
  await lead.getByRole("button", { name: "見直しを始める" }).click();
  await expectDone(lead, "見直しを始めました");
  const revision = new URL(lead.url()).pathname;
  const number = Number(revision.split("/").at(-1));
  await expectClean(lead, "revision");

  // A new target with its roadmap.
  await lead.getByText(/^SHG-4\s/).click();
  await lead.getByRole("link", { name: /^SHG-4-1-a/ }).click();
  await lead.getByLabel("R8", { exact: true }).fill("10,500社");
  await lead.getByLabel("R9", { exact: true }).fill("12,000社");
  await lead.getByLabel(/^目標値/).fill("12000");
  await lead.getByLabel(/^目標の表記/).fill("12,000社（R9）");
  await lead.getByLabel(/^目標年度/).fill("いつか");
  await lead.getByLabel(/^終了年度/).fill("R9");
  await lead.getByRole("button", { name: "提案する" }).click();
  await expect(lead.getByLabel(/^目標年度/)).toHaveAccessibleDescription(/「R9」「2027」/);
  await expect(lead.getByLabel(/^提案の理由/)).toHaveAccessibleDescription(/提案の理由を入力/);
  await expect(lead.getByLabel("R9", { exact: true })).toHaveValue("12,000社");
  await expectClean(lead, "KPI's proposal");
  await lead.getByLabel(/^目標年度/).fill("R9");
  await lead.getByLabel(/^提案の理由/).fill("目標を1年早く達成したため。");
  await lead.getByRole("button", { name: "提案する" }).click();
  await expectDone(lead, "提案しました");
  const changes = lead.getByRole("row", { name: /SHG-4-1\s/ });
  await expect(changes).toContainText("12,000社（R9）");
  await expect(changes.locator("del").first()).toContainText("8,000");

  // A new project with a KPI.
  await lead.getByText(/^SHG-4\s/).click();
  await lead
    .getByRole("link", { name: /^プロジェクトを追加する/ })
    .first()
    .click();
  await lead.goto(paths.newProposal(plan, number, "node", "SHG-4"));
  await lead.getByLabel(/^コード/).fill("SHG-4-9");
  await lead.getByLabel(/^番号/).fill("②");
  await lead.getByLabel(/^名称/).fill("副業・兼業人材活用プロジェクト");
  await lead.getByLabel(/^開始年度/).fill("R8");
  await lead.getByLabel(/^終了年度/).fill("R9");
  await lead.getByLabel(/^主な取組/).fill("相談窓口の設置\n　R8～R9　運営");
  await lead.getByLabel(/^提案の理由/).fill("人手不足に対応するため。");
  await expectClean(lead, "project's proposal");
  await lead.getByRole("button", { name: "提案する" }).click();
  await expectDone(lead, "提案しました");
  await lead.goto(paths.newProposal(plan, number, "indicator", "SHG-4-9"));
  await lead.getByLabel(/^コード/).fill("SHG-4-9-a");
  await lead.getByLabel(/^名称/).fill("副業人材の活用企業数");
  await lead.getByLabel(/^単位/).fill("社");
  await lead.getByLabel(/^目標値/).fill("300");
  await lead.getByLabel(/^目標の表記/).fill("300社（R9）");
  await lead.getByLabel(/^開始年度/).fill("R8");
  await lead.getByLabel(/^終了年度/).fill("R9");
  await lead.getByLabel("R9", { exact: true }).fill("300社");
  for (const name of ["福岡県", "佐賀県"]) await lead.getByLabel(name, { exact: true }).check();
  await lead.getByLabel(/^提案の理由/).fill("成果を測るため。");
  await lead.getByRole("button", { name: "提案する" }).click();
  await expectDone(lead, "提案しました");

  // A partner reads it, and proposes nothing.
  await partner.goto(revision);
  await expect(partner.getByRole("button", { name: "取り下げる" })).toHaveCount(0);
  const others = paths.proposal(plan, number, "indicator", kpi);
  expect((await partner.goto(others))?.status()).toBe(403);

  // The office sets one aside, takes it up again, and puts the revision together.
  await office.goto(revision);
  const item = office.locator("#item-SHG-4-9");
  await item.locator("summary", { hasText: "不採用にする" }).click();
  await item.getByRole("button", { name: "不採用にする" }).click();
  const why = item.getByLabel(/^不採用とする理由/);
  await expect(why).toHaveAccessibleDescription(/不採用とする理由を入力/);
  await why.fill("内容を確認中。");
  await item.getByRole("button", { name: "不採用にする" }).click();
  await expectDone(office, "提案を不採用にしました");
  await expect(office.getByText("計画のつながり")).toHaveCount(0);
  await expect(office.getByText("このままでは決定できない提案があります")).toBeVisible();
  await office.getByRole("button", { name: /^採用に戻す/ }).click();
  await expectDone(office, "提案を採用に戻しました");
  await office.getByRole("button", { name: "取りまとめる" }).click();
  await expectDone(office, "見直しの案を取りまとめました");
  await expect(office.getByRole("button", { name: "見直しを決定する" })).toHaveCount(0);
  expect(await post(office, revision, { intent: "adopt", baseStep: "2" })).toBe(403);

  await head.goto(revision);
  await expectClean(head, "revision before its adoption");
  await head.getByLabel(/^適用を始める年度/).selectOption({ index: 0 });
  await head.getByRole("button", { name: "見直しを決定する" }).click();
  await expectDone(head, "見直しを決定しました");
  await head.getByRole("link", { name: "第3版の見直し一覧" }).click();
  await expect(head.getByText("副業・兼業人材活用プロジェクト")).toBeVisible();
  await expectClean(head, "what the revision changed");

  // What was graded stays; the new target counts from its first year on.
  await head.goto(graded);
  expect(figuresOf(await head.getByRole("main").innerText())).toEqual(figuresOf(before));
  await head.goto(paths.indicator(plan, kpi, 2027));
  await expect(head.getByText("12,000社（R9）").first()).toBeVisible();
  await head.goto(`${paths.versions(plan)}?asOf=2024-05-01`);
  await expect(head).toHaveURL(paths.versionDocument(plan, 2));
  await expect(head.getByText("副業・兼業人材活用プロジェクト")).toHaveCount(0);
  for (const page of [lead, office, head, partner]) await page.context().close();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("who keeps a project changes its texts at once, and finds it in the history", async ({
    browser,
  }) => {
    const page = await openAs(browser, "editor@fukuoka.example.jp");
    await page.goto(paths.progress(plan, "SHG-5-2"));
    await page.getByRole("link", { name: "計画の内容を編集する" }).click();
    await page.getByLabel(/^主な取組/).fill("データ連携\n　いつか　準備");
    await page.getByRole("button", { name: "保存する" }).click();
    await expect(page.getByLabel(/^主な取組/)).toHaveAccessibleDescription(/読み取れません/);
    await page.getByLabel(/^主な取組/).fill("データ連携基盤の整備\n　R5～R7　構築");
    await page.getByLabel(/^変更の理由/).fill("取組の内容を具体的にする。");
    await page.getByRole("button", { name: "保存する" }).click();
    await expect(page).toHaveURL(/\/projects\/SHG-5-2\?fy=/);
    await expect(page.getByText("データ連携基盤の整備")).toBeVisible();
    await page.goto(paths.versions(plan));
    await expect(page.getByText("取組の内容を具体的にする。")).toBeVisible();
    await page.context().close();
  });
});

/** What a page of a KPI says in figures; the choice of years and notices of versions are left out. */
function figuresOf(text: string): string[] {
  const isYear = /^(R\d+|令和\S+年度)$/;
  return text
    .split("\n")
    .filter((line) => /[0-9]/.test(line) && !line.includes("版") && !isYear.test(line.trim()));
}
