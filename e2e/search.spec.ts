import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe.ts";

test("anybody finds a KPI by two characters and opens it", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "検索" }).click();
  await expectAccessible(page);
  await page.getByLabel("検索する言葉").fill("ＴＥＵ");
  await page.getByRole("main").getByRole("button", { name: "検索" }).click();
  await expect(page.getByRole("heading", { name: "検索結果" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "コンテナ貨物取扱量" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("コンテナ貨物取扱量");
});

test("what cannot be found is said, with what to try", async ({ page }) => {
  await page.goto("/search?q=%E5%AD%98%E5%9C%A8%E3%81%97%E3%81%AA%E3%81%84%E8%A8%80%E8%91%89");
  await expect(page.getByText("見つかりませんでした")).toBeVisible();
  await page.goto("/search?q=x");
  await expect(page.getByText("2文字以上で検索してください")).toBeVisible();
  await page.goto("/search?q=%00%25'");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("検索");
});
