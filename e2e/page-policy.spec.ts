import { expect, test } from "@playwright/test";
import { pageTypes } from "./page-types.ts";
import { signIn } from "./people.ts";

/** Answered with another status, of which the browser's console tells. */
const statuses: Record<string, number> = { "not found": 404, forbidden: 403 };

const groups = [
  { reader: "anybody", person: null, pages: { hello: "/hello" } as Record<string, string> },
  ...pageTypes,
];

for (const { reader, person, pages } of groups) {
  test(`pages of ${reader} load without breaking their own security policy`, async ({ page }) => {
    test.setTimeout(60_000);
    if (person) await signIn(page, person);
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));

    for (const [name, path] of Object.entries(pages)) {
      complaints.length = 0;
      const response = await page.goto(path, { waitUntil: "networkidle" });
      const status = statuses[name] ?? 200;
      expect(response?.status(), name).toBe(status);
      expect(response?.headers()["content-security-policy"], name).not.toContain("unsafe");
      await expect(page.locator("main"), name).toBeVisible();
      const others = complaints.filter((text) => status === 200 || !text.includes(`${status}`));
      expect.soft(others, name).toEqual([]);
    }
  });
}
