import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectDone, signIn } from "./people.ts";

const phone = { width: 390, height: 844 };

test("on a phone the figures of a table are seen without scrolling sideways", async ({ page }) => {
  await page.setViewportSize(phone);
  await signIn(page, "viewer@council.example.jp");
  for (const path of [
    paths.node("jewels", { kind: "goal", code: "SHG" }, 2023),
    paths.indicator("jewels", "SHG-4-1-a", 2023),
  ]) {
    await page.goto(path);
    const hidden = await page.locator("main table").evaluateAll((tables: HTMLTableElement[]) =>
      tables
        // A table of all KPIs and years is folded away; unfolded it scrolls, as it must.
        .filter((table) => table.checkVisibility() && table.offsetWidth > innerWidth)
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
