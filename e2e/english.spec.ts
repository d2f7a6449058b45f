import { expect, test } from "@playwright/test";
import { demoPassword } from "#seeds/people.ts";
import { expectAccessible } from "./axe.ts";
import { signIn } from "./people.ts";

test("somebody reads the roll-up in English, and finds it so on another machine", async ({
  page,
  browser,
}) => {
  const address = "approver@kyudoyu.example.jp";
  await signIn(page, address);
  await page.goto("/");
  const english = page.getByRole("button", { name: "English" });
  // Somebody who has chosen it before finds it chosen.
  if (await english.isVisible()) await english.click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");

  await page
    .getByRole("main")
    .getByRole("link", { name: "第２期九州創生アクションプラン" })
    .click();
  await page.goto("/plans/jewels?fy=2023");
  await expect(page.getByRole("link", { name: "Roadmap" }).first()).toBeVisible();
  await expectAccessible(page);
  await page.goto("/plans/jewels/indicators/SHG-4-1-a?fy=2023");
  await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", "ja");
  await expectAccessible(page);
  await page.getByRole("link", { name: "How figure and mark come about" }).click();
  await expect(page.getByRole("heading", { name: "Steps" })).toBeVisible();
  await expect(page.getByText("The organisations’ figures are added up.")).toBeVisible();
  await expectAccessible(page);

  await page.goto("/search");
  await expect(page.getByText("This page is available in Japanese only.")).toBeVisible();

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signIn(other, address);
  await other.goto("/plans/jewels?fy=2023");
  await expect(other.locator("html")).toHaveAttribute("lang", "en");
  await other.getByRole("button", { name: "日本語" }).click();
  await expect(other.locator("html")).toHaveAttribute("lang", "ja");
  await expect(other).toHaveURL(/\/plans\/jewels\?fy=2023$/);
  await elsewhere.close();
});

test("a visitor signs in on an English page", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
  await expectAccessible(page);
  await page.getByLabel("E-mail address").fill("approver@kyushoren.example.jp");
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
});
