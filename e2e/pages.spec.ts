import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expectCellsToHold, expectToFit } from "./layout.ts";
import { pageTypes } from "./page-types.ts";
import { signIn } from "./people.ts";

test.describe.configure({ mode: "parallel", timeout: 150_000 });

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

/** Answered with another status, of which the browser's console tells. */
const statuses: Record<string, number> = {
  "not found": 404,
  "link that was guessed": 404,
  "password link that is over": 404,
  forbidden: 403,
};

/**
 * Every page is opened once and looked at in three sizes: what it loads and complains of, that it fits,
 * and that it is accessible at a desk and on a phone. Nothing in the pages knows the size but styles.
 */
for (const { reader, person, pages } of pageTypes) {
  test(`pages of ${reader} keep their policy, fit every size and are accessible`, async ({
    page,
  }) => {
    if (person) await signIn(page, person);
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    for (const [name, path] of Object.entries(pages)) {
      complaints.length = 0;
      await page.setViewportSize(desk);
      const response = await page.goto(path);
      const status = statuses[name] ?? 200;
      expect(response?.status(), name).toBe(status);
      expect(response?.headers()["content-security-policy"], name).not.toContain("unsafe");
      expect(await response?.text(), name).not.toContain("\0");
      await expect(page.locator("main"), name).toBeVisible();
      await expect.soft(page.locator("html"), name).toHaveAttribute("lang", "ja");
      await expect.soft(page, name).toHaveTitle(/広域連携ポータル$/);
      await expectCellsToHold(page, name);
      if (!inStory.has(name)) await expectAccessible(page);

      await page.setViewportSize(zoomed);
      await expectToFit(page, name);

      await page.setViewportSize(phone);
      await expectToFit(page, name);
      await expectCellsToHold(page, name);
      await expectAccessible(page, { again: true });
      const others = complaints.filter((text) => status === 200 || !text.includes(`${status}`));
      expect.soft(others, name).toEqual([]);
    }
  });
}
