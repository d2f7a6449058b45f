import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectAccessible } from "./axe.ts";
import { expectCellsToHold, expectToFit } from "./layout.ts";
import { pageTypes } from "./page-types.ts";
import { expectDone, signIn } from "./people.ts";

test.describe.configure({ mode: "parallel", timeout: 60_000 });

const phone = { width: 390, height: 844 };
/** 1440 CSS pixels at 200 %. */
const zoomed = { width: 720, height: 450 };
const desk = { width: 1440, height: 900 };

/** Looked at with axe at a desk on the way of the story. */
const inStory = new Set([
  ...["front", "sign-in", "workspace", "PT workspace", "report form", "returned report"],
  ...["submitted report", "review list", "region", "goal", "policy", "project", "observation"],
  ...["indicator", "forbidden"],
]);

for (const { reader, person, pages } of pageTypes) {
  test(`pages of ${reader} fit a phone and are accessible there`, async ({ page }) => {
    await page.setViewportSize(phone);
    if (person) await signIn(page, person);
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path);
      await expectToFit(page, name);
      await expectCellsToHold(page, name);
      await expect.soft(page.locator("html"), name).toHaveAttribute("lang", "ja");
      await expect.soft(page, name).toHaveTitle(/広域連携ポータル$/);
      await expectAccessible(page);
    }
  });

  test(`pages of ${reader} fit a desk at 200 % and are accessible`, async ({ page }) => {
    if (person) await signIn(page, person);
    for (const [name, path] of Object.entries(pages)) {
      await page.setViewportSize(zoomed);
      await page.goto(path);
      await expectToFit(page, name);
      await page.setViewportSize(desk);
      await expectCellsToHold(page, name);
      if (inStory.has(name)) continue;
      await expectAccessible(page);
    }
  });
}

test("on a phone the figures of a table are seen without scrolling sideways", async ({ page }) => {
  await page.setViewportSize(phone);
  await signIn(page, "viewer@council.example.jp");
  for (const path of [
    paths.node("jewels", { kind: "goal", code: "SHG" }, 2023),
    paths.indicator("jewels", "SHG-4-1-a", 2023),
  ]) {
    await page.goto(path);
    const hidden = await page
      .locator("main table")
      .evaluateAll((tables) =>
        tables
          .filter((table) => table.getBoundingClientRect().width > innerWidth)
          .map((table) => table.querySelector("caption")?.textContent),
      );
    expect(hidden).toEqual([]);
  }
});

test("the keyboard alone reaches the form, fills it in and submits it", async ({ page }) => {
  await signIn(page, "approver@saga.example.jp");
  await page.goto(paths.report("saga", "jewels", "JSD-o1", 2023));
  const focused = page.locator(":focus");

  await page.keyboard.press("Tab");
  await expect(focused).toHaveText("本文へ移動");
  await expect(focused).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();

  await tabTo(page, page.getByRole("radio", { name: /^確定/ }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^集計中/ })).toBeChecked();
  await tabTo(page, page.getByLabel(/^実績値/));
  await page.keyboard.type("1.46");
  await tabTo(page, page.getByLabel("備考"));
  await page.keyboard.type("人口動態統計の概数による。");
  await tabTo(page, page.getByRole("button", { name: "幹事団体へ提出" }));
  await page.keyboard.press("Enter");
  await expectDone(page, "提出しました");
});

/** Presses Tab until the element has focus; every stop on the way must be seen to be focused. */
async function tabTo(page: Page, target: ReturnType<Page["getByRole"]>) {
  for (let stop = 0; stop < 15; stop += 1) {
    await page.keyboard.press("Tab");
    const outline = await page
      .locator(":focus")
      .evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(outline).not.toBe("none");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target).toBeFocused();
}
