import { expect, test } from "@playwright/test";

for (const path of ["/", "/hello", "/sign-in"]) {
  test(`${path} loads without breaking its own security policy`, async ({ page }) => {
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));

    const response = await page.goto(path, { waitUntil: "networkidle" });
    expect(response?.status()).toBe(200);
    expect(response?.headers()["content-security-policy"]).not.toContain("unsafe");
    await expect(page.locator("main")).toBeVisible();
    expect(complaints).toEqual([]);
  });
}
