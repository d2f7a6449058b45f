import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { office, pdf } from "#tests/factories/files.ts";
import { expectAccessible } from "./axe.ts";
import { expectToFit } from "./layout.ts";
import { expectDone, openAs, signIn } from "./people.ts";

const project = paths.progress("jewels", "SHG-2-2");
const ownReport = paths.progressReport("jewels", "SHG-2-2", "oita", "own");
const chosen = (name: string, content: Uint8Array | string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content),
});
const field = (page: Page) => page.getByLabel(/^添付ファイル/);
const history = (page: Page) => page.getByRole("list", { name: "履歴" });

/** The bytes that a browser saves when a link is followed, and under which name. */
async function saved(page: Page, name: string) {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name, exact: true }).first().click();
  const download = await started;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("evidence goes with a progress report, is read by others, and is taken back", async ({
    browser,
    page,
  }) => {
    await signIn(page, "editor@oita.example.jp");
    await page.goto(ownReport);
    await page.getByLabel(/^順調/).check();
    await page.getByLabel(/^実施したこと/).fill("研修の資料を作成した。");
    const report = pdf("研修資料");
    const table = office("xlsx");

    // A page that calls itself a PDF.
    await field(page).setInputFiles([
      chosen("研修資料.pdf", report),
      chosen("計画.pdf", "<!doctype html><script>alert(1)</script>"),
    ]);
    await page.getByRole("button", { name: "報告する" }).click();
    await expect(field(page)).toHaveAccessibleDescription(/「計画\.pdf」の中身は/);
    await expect(field(page)).toHaveAccessibleDescription(/もう一度選択してください/);
    await expect(page.getByLabel(/^実施したこと/)).toHaveValue("研修の資料を作成した。");
    await expect(page.getByLabel(/^順調/)).toBeChecked();

    await field(page).setInputFiles([chosen("大きい.pdf", Buffer.alloc(11 * 1024 * 1024, 32))]);
    await page.getByRole("button", { name: "報告する" }).click();
    await expect(field(page)).toHaveAccessibleDescription(/1件10MB、合計25MBの上限/);

    await field(page).setInputFiles([
      chosen("研修資料（第１回）.pdf", report),
      chosen("参加者数.xlsx", table),
    ]);
    await page.getByRole("button", { name: "報告する" }).click();
    await expectDone(page, "報告しました");

    const reader = await openAs(browser, "viewer@saga.example.jp");
    await reader.goto(project);
    expect(await saved(reader, "研修資料（第１回）.pdf")).toEqual({
      name: "研修資料（第１回）.pdf",
      bytes: Buffer.from(report),
    });
    expect((await saved(reader, "参加者数.xlsx")).bytes).toEqual(Buffer.from(table));
    await expect(reader.getByRole("link", { name: /^取り下げる/ })).toHaveCount(0);
    const address = await reader
      .getByRole("link", { name: "参加者数.xlsx", exact: true })
      .first()
      .getAttribute("href");

    await page
      .getByRole("link", { name: /^取り下げる.*参加者数/ })
      .first()
      .click();
    await page.getByRole("button", { name: "取り下げる" }).click();
    await expect(page.getByLabel(/^理由/)).toHaveAccessibleDescription(/取り下げの理由を/);
    await page.getByLabel(/^理由/).fill("別の年度の資料でした。");
    await page.getByRole("button", { name: "取り下げる" }).click();
    await expect(page).toHaveURL(project);
    await expect(page.getByText("理由：別の年度の資料でした。").first()).toBeVisible();
    await expect(page.getByRole("link", { name: "参加者数.xlsx", exact: true })).toHaveCount(0);
    expect((await reader.goto(address ?? ""))?.status()).toBe(404);

    await reader.goto(`${paths.search}?q=研修資料`);
    await reader.getByRole("link", { name: "研修資料（第１回）.pdf" }).click();
    await expect(reader).toHaveURL(project);
    await reader.context().close();
  });

  test("a step of a milestone brings its evidence", async ({ page }) => {
    await signIn(page, "editor@kumamoto.example.jp");
    await page.goto(paths.progress("jewels", "SHG-5-2"));
    await page.getByRole("link", { name: "避難所データの共通化を完了" }).click();
    await page.getByLabel("着手した").check();
    await field(page).setInputFiles([chosen("着手報告.pdf", pdf())]);
    await page.getByRole("button", { name: "状況を記録する" }).click();
    await expectDone(page, "記録しました");
    await expect(
      history(page).getByRole("link", { name: "着手報告.pdf", exact: true }),
    ).toBeVisible();
    await page.goto(paths.progress("jewels", "SHG-5-2"));
    await expect(
      page.getByRole("link", { name: "着手報告.pdf", exact: true }).first(),
    ).toBeVisible();
    await expect(page.getByRole("link", { name: "共通データ項目一覧.csv" }).first()).toBeVisible();
  });
});

test("who accepts a figure reads its evidence; a draft's is nobody else's", async ({ browser }) => {
  const editor = await openAs(browser, "editor@saga.example.jp");
  const approver = await openAs(browser, "approver@kumamoto.example.jp");
  const report = paths.report("saga", "jewels", "JNZ-6-1-a", 2023);
  await editor.goto(report);
  await editor.getByLabel(/^実績値/).fill("12");
  await field(editor).setInputFiles([chosen("悪意.png", "<svg onload=alert(1)>")]);
  await editor.getByRole("button", { name: "下書き保存" }).click();
  await expect(field(editor)).toHaveAccessibleDescription(/「悪意\.png」の中身は/);
  await expect(editor.getByLabel(/^実績値/)).toHaveValue("12");
  await field(editor).setInputFiles([chosen("集計表.xlsx", office("xlsx"))]);
  await editor.getByRole("button", { name: "下書き保存" }).click();
  await expectDone(editor, "下書きを保存しました");
  await expectAccessible(editor);
  await editor.getByRole("link", { name: /^取り下げる/ }).click();
  await editor.getByRole("button", { name: "取り下げる" }).click();
  await expect(editor.getByLabel(/^理由/)).toHaveAccessibleDescription(/取り下げの理由を/);
  await expectAccessible(editor);
  await editor.goto(report);
  const link = editor.getByRole("link", { name: "集計表.xlsx", exact: true });
  const address = (await link.getAttribute("href")) ?? "";
  expect((await approver.goto(address))?.status()).toBe(404);

  await editor.getByRole("button", { name: "幹事団体へ提出" }).click();
  await expectDone(editor, "提出しました");
  await approver.goto(paths.review("kumamoto"));
  expect((await saved(approver, "集計表.xlsx")).bytes).toEqual(Buffer.from(office("xlsx")));
  await expectAccessible(approver);
  await editor.getByRole("button", { name: "引き戻して修正する" }).click();
  await expectDone(editor, "引き戻しました");
  for (const page of [editor, approver]) await page.context().close();
});

test("lists of files fit a phone and a sheet of paper", async ({ page }) => {
  await signIn(page, "editor@saga.example.jp");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(paths.progress("jewels", "SHG-5-2"));
  await expectToFit(page, "progress");
  await expectAccessible(page);
  await page.goto(paths.progressReport("jewels", "SHG-5-2", "saga", "own"));
  await expectToFit(page, "report");
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.goto(paths.progress("jewels", "SHG-5-2"));
  await expectToFit(page, "print");
});
