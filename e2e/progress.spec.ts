import { expect, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { seedId } from "#seeds/seed-id.ts";
import { expectAccessible } from "./axe.ts";
import { expectCellsToHold, expectToFit } from "./layout.ts";
import { expectDone, openAs, post, signIn } from "./people.ts";

const dataProject = paths.progress("jewels", "SHG-5-2");

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a partner reports its own part, and nobody else's", async ({ browser, page }) => {
    await page.goto(dataProject);
    await expect(page).toHaveURL(/\/sign-in\?to=/);
    await signIn(page, "editor@oita.example.jp");
    await page.goto(paths.node("jewels", { kind: "project", code: "SHG-5-2" }, 2023));
    await page.getByRole("link", { name: /^進み具合/ }).click();
    await expect(page).toHaveURL(dataProject);
    await expect(page.getByText(/^報告のない団体：.*大分県/)).toBeVisible();
    await expect(page.getByRole("link", { name: "全体の状況を報告する" })).toHaveCount(0);
    await page.getByRole("link", { name: "大分県の取組の状況を報告する" }).click();

    const done = page.getByLabel(/^実施したこと/);
    const issues = page.getByLabel(/^課題/);
    await page.getByLabel(/^遅れ/).check();
    await done.fill("データの棚卸しを終えた。");
    await page.getByRole("button", { name: "報告する" }).click();
    await expect(issues).toHaveAccessibleDescription(/原因や支障となっていること/);
    await expect(done).toHaveValue("データの棚卸しを終えた。");
    await expect(page.getByLabel(/^遅れ/)).toBeChecked();

    // A colleague is faster: both contents are there, and the typed one can be sent again.
    const colleague = await openAs(browser, "approver@oita.example.jp");
    await colleague.goto(paths.progressReport("jewels", "SHG-5-2", "oita", "own"));
    await colleague.getByLabel(/^順調/).check();
    await colleague.getByLabel(/^実施したこと/).fill("決裁担当が先に書いた。");
    await colleague.getByRole("button", { name: "報告する" }).click();
    await expectDone(colleague, "報告しました");
    await issues.fill("担当者が不足している。");
    await page.getByRole("button", { name: "報告する" }).click();
    const conflict = page.getByRole("status");
    await expect(conflict).toContainText("ほかの人が先に記録したため");
    await expect(conflict.getByRole("row", { name: /^実施したこと/ })).toContainText(
      "データの棚卸しを終えた。決裁担当が先に書いた。",
    );
    await page.getByRole("button", { name: "報告する" }).click();
    await expectDone(page, "報告しました");
    const row = page.getByRole("table").getByRole("row", { name: /^大分県/ });
    await expect(row).toContainText("遅れ");
    await expect(row).toContainText("担当者が不足している。");
    await expect(page.getByRole("list", { name: "履歴" })).toContainText("決裁担当が先に書いた。");

    // The session ends while the form lies open: what was typed is still there, and can be sent again.
    await colleague.getByRole("link", { name: "大分県の取組の状況を報告する" }).click();
    await colleague.getByLabel(/^順調/).check();
    await colleague.getByLabel(/^実施したこと/).fill("手引を配った。");
    const cookies = await colleague.context().cookies();
    await colleague.context().clearCookies();
    await colleague.getByRole("button", { name: "報告する" }).click();
    await expect(colleague.getByText("手引を配った。")).toBeVisible();
    await colleague.context().addCookies(cookies);
    await colleague.getByRole("button", { name: "もう一度送信" }).click();
    await expectDone(colleague, "報告しました");
    await expect(colleague.getByRole("row", { name: /^大分県/ })).toContainText("手引を配った。");

    for (const [organisation, part] of [
      ["saga", "own"],
      ["fukuoka", "whole"],
      ["oita", "whole"],
    ] as const) {
      const others = paths.progressReport("jewels", "SHG-5-2", organisation, part);
      expect((await page.goto(others))?.status(), others).toBe(403);
      const fields = { status: "stopped", done: "x", issues: "x", next: "" };
      const form = { ...fields, baseVersion: "1", requestKey: crypto.randomUUID() };
      expect(await post(colleague, others, form), others).toBe(403);
    }
    await colleague.context().close();
  });

  test("the lead adds a milestone, and the responsible prefecture says why it is late", async ({
    browser,
    page,
  }) => {
    await signIn(page, "editor@fukuoka.example.jp");
    await page.goto(paths.progress("jewels", "SHG-9-1"));
    await page.getByRole("link", { name: "マイルストーンを追加する" }).click();
    await page.getByLabel(/^名称/).fill("合同勉強会を４県で開催");
    await page.getByLabel("日付で定める").check();
    await page.getByRole("button", { name: "追加する" }).click();
    await expect(page.getByLabel("期限の日付")).toHaveAccessibleDescription(/計画期間内/);
    await expect(page.getByLabel(/^担当団体/)).toHaveAccessibleDescription(/選択してください/);
    await page.getByLabel("期限の日付").fill("2025-03-31");
    await page.getByLabel(/^担当団体/).selectOption("長崎県");
    await page.getByRole("button", { name: "追加する" }).click();
    await expectDone(page, "記録しました");
    await expect(page.getByText("期限超過")).toBeVisible();
    const milestone = new URL(page.url()).pathname;

    const nagasaki = await openAs(browser, "editor@nagasaki.example.jp");
    await nagasaki.goto(milestone);
    await expect(nagasaki.getByRole("heading", { name: "内容を変更する" })).toHaveCount(0);
    await nagasaki.getByLabel(/^遅れている/).check();
    await nagasaki.getByRole("button", { name: "状況を記録する" }).click();
    const reason = nagasaki.getByLabel("理由", { exact: true });
    await expect(reason).toHaveAccessibleDescription(/理由を入力してください/);
    await reason.fill("会場の確保に時間を要している。");
    await nagasaki.getByRole("button", { name: "状況を記録する" }).click();
    await expectDone(nagasaki, "記録しました");

    const saga = await openAs(browser, "editor@saga.example.jp");
    await saga.goto(milestone);
    await expect(saga.getByText("閲覧のみできます")).toBeVisible();
    const fields = { intent: "advance", step: "reach", reachedOn: "2026-01-01", baseVersion: "2" };
    const form = { ...fields, requestKey: crypto.randomUUID() };
    expect(await post(saga, milestone, form)).toBe(403);
    expect((await saga.goto(paths.milestone("jewels", "SHG-9-1", "new")))?.status()).toBe(403);

    await page.goto(paths.progress("jewels", "SHG-9-1"));
    await expect(page.getByText("理由：会場の確保に時間を要している。").first()).toBeVisible();
    await page.goto(paths.pt("fukuoka", "jewels", "SHG", 2023));
    await expect(page.getByText("未更新").first()).toBeVisible();
    await nagasaki.context().close();
    await saga.context().close();
  });

  test("the lead says how an activity of the plan gets on, and why it stopped", async ({
    browser,
    page,
  }) => {
    const progress = paths.progress("jewels", "SHG-3-2");
    await signIn(page, "editor@fukuoka.example.jp");
    await page.goto(progress);
    await page.getByRole("link", { name: /^状況を報告する/ }).click();
    const activity = new URL(page.url()).pathname;
    await page.getByLabel("中止").check();
    await page.getByRole("button", { name: "報告する" }).click();
    await expect(page.getByLabel(/^備考/)).toHaveAccessibleDescription(/理由を備考に入力/);
    await expect(page.getByLabel("中止")).toBeChecked();

    // A colleague is faster: both contents are there, and the typed one can be sent again.
    const colleague = await openAs(browser, "approver@fukuoka.example.jp");
    await colleague.goto(activity);
    await colleague.getByLabel("完了").check();
    await colleague.getByRole("button", { name: "報告する" }).click();
    await expectDone(colleague, "報告しました");
    await colleague.context().close();
    await page.getByLabel(/^備考/).fill("共催の団体が解散したため。");
    await page.getByRole("button", { name: "報告する" }).click();
    await expect(page.getByRole("status").getByRole("row", { name: /^状況/ })).toContainText(
      "中止完了",
    );
    await page.getByRole("button", { name: "報告する" }).click();
    await expectDone(page, "報告しました");
    const section = page.getByRole("region", { name: "主な取組" });
    await expect(section).toContainText("共催の団体が解散したため。");

    const saga = await openAs(browser, "editor@saga.example.jp");
    await saga.goto(progress);
    await saga.getByRole("link", { name: /^これまでの報告/ }).click();
    await expect(saga.getByText("閲覧のみできます")).toBeVisible();
    await expect(saga.getByRole("list", { name: "履歴" })).toContainText("完了");
    const form = { state: "done", baseVersion: "3", requestKey: crypto.randomUUID() };
    expect(await post(saga, activity, form)).toBe(403);
    await saga.context().close();
  });
});

test("the pages are accessible, fit a phone and print on A4", async ({ page }) => {
  await signIn(page, "approver@fukuoka.example.jp");
  const pages = {
    progress: dataProject,
    report: paths.progressReport("jewels", "SHG-5-2", "fukuoka", "whole"),
    "new milestone": paths.milestone("jewels", "SHG-5-2", "new"),
    "empty progress": paths.progress("jewels", "SHG-2-1"),
    activity: paths.activity("jewels", "SHG-2-4", seedId("activity", "jewels", "SHG-2-4", 1)),
    "progress of an activity": paths.progress("jewels", "SHG-2-4"),
    "activities with schedules": paths.progress("mine", "1-1-1"),
  };
  for (const [name, path] of Object.entries(pages)) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    await expectAccessible(page);
    await expectCellsToHold(page, name);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectToFit(page, name);
    await expectCellsToHold(page, name);
    await expectAccessible(page, { again: true });
  }
  await page.goto(dataProject);
  await expect(page.getByRole("link", { name: "全体の状況を報告する" })).toBeVisible();
  await page.getByRole("link", { name: "観光施設データを全県で公開" }).click();
  await expectToFit(page, "milestone");
  await expectAccessible(page);
  await page.goto(dataProject);
  await expect(page.getByText("期限超過").first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  for (const width of [794, 696]) {
    await page.setViewportSize({ width, height: 1123 });
    await expectToFit(page, "print");
    await expectCellsToHold(page, "print");
  }
  await expect(page.getByText("デモデータ", { exact: false }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /報告する$/ })).toHaveCount(0);
});
