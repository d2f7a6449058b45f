import { expect, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectAccessible } from "./axe.ts";
import { expectToFit } from "./layout.ts";
import { expectDone, signIn } from "./people.ts";

const abroad = /^各県の支援事業による海外留学者/;

test("everybody reads what does not fit in the plan, and finds the places", async ({ page }) => {
  await page.goto(paths.health("jewels"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("計画点検");
  const finding = page.getByRole("article", { name: abroad });
  await expect(finding).toContainText("1,240 人");
  await expect(finding).toContainText("R6：1,500 人");
  await expect(page.getByText("対応不要にする")).toHaveCount(0);
  await expectAccessible(page);

  await page.getByLabel("区分").selectOption("要修正");
  await page.getByLabel("点検の項目").selectOption({ label: "目標値と概要（3件）" });
  await page.getByRole("button", { name: "表示" }).click();
  await expect(page).toHaveURL(/severity=error&rule=target-overview$/);
  await expect(page.getByRole("article")).toHaveCount(3);
  await page.getByLabel("区分").selectOption("参考");
  await page.getByRole("button", { name: "表示" }).click();
  await expect(page.getByText("この条件に当てはまる指摘はありません")).toBeVisible();
  await page.getByRole("link", { name: "絞り込みを解除" }).click();
  await finding.getByRole("link", { name: /^JNZ-3-2-a/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(abroad);
});

test("on a phone and on paper nothing is cut off", async ({ page }) => {
  for (const plan of ["jewels", "kitakyushu"]) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ media: "screen" });
    await page.goto(paths.health(plan));
    await expectToFit(page, plan);
    await expectAccessible(page);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 794, height: 1123 });
    await expectToFit(page, plan);
    await expect(page.getByRole("button", { name: "表示" })).toHaveCount(0);
    // What is folded on the screen is named by its codes on paper.
    await expect(page.getByText(/^\d+か所：.+、/).first()).toBeVisible();
  }
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the plan's owner sets a finding aside with a reason, and takes it up again", async ({
    page,
  }) => {
    await signIn(page, "approver@kurume.example.jp");
    await page.goto(paths.health("kurume", { severity: "warning" }));
    const finding = page.getByRole("article", { name: /^市内の大学等の新卒者/ });
    await expect(finding).toContainText("12％（表中）");
    await finding.getByText("対応不要にする").first().click();
    await finding.getByRole("button", { name: /^対応不要にする/ }).click();
    const reason = finding.getByLabel("対応不要とする理由");
    await expect(reason).toHaveAccessibleDescription(/理由を入力してください/);
    await expect(page.getByRole("alert").first()).toContainText("入力内容を確認してください");

    await reason.fill("本文の12.1％を正とし、表は四捨五入した値である。");
    await finding.getByRole("button", { name: /^対応不要にする/ }).click();
    await expectDone(page, "対応不要にしました");
    await expect(page).toHaveURL(/severity=warning/);
    const dismissed = page.getByRole("region", { name: "対応不要とした指摘" });
    await dismissed.getByText("内容と理由を表示").click();
    await expect(dismissed).toContainText("本文の12.1％を正とし");
    await expect(dismissed).toContainText("久留米市");

    await dismissed.getByRole("button", { name: /^指摘に戻す/ }).click();
    await expectDone(page, "指摘に戻しました");
    await expect(dismissed).toHaveCount(0);
    await expect(finding).toContainText("12％（表中）");
  });
});

test("the form and what was set aside are accessible", async ({ page }) => {
  await signIn(page, "approver@kitakyushu.example.jp");
  await page.goto(paths.health("kitakyushu", { rule: "target-year" }));
  const finding = page.getByRole("article");
  await finding.getByText("対応不要にする").first().click();
  await finding.getByRole("button", { name: /^対応不要にする/ }).click();
  await expect(finding.getByLabel("対応不要とする理由")).toBeVisible();
  await expectAccessible(page);
  await finding.getByLabel("対応不要とする理由").fill("空港の目標は県の計画の年度に合わせている。");
  await finding.getByRole("button", { name: /^対応不要にする/ }).click();
  await page.getByText("内容と理由を表示").click();
  await expectAccessible(page);
});
