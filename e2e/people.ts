import { type Browser, expect, type Page } from "@playwright/test";
import { demoPassword } from "#seeds/people.ts";

/** Signs in on the page in view, as a person would. */
export async function fillSignIn(page: Page, address: string): Promise<void> {
  await page.getByLabel("メールアドレス").fill(address);
  await page.getByLabel("パスワード").fill(demoPassword);
  await page.getByRole("main").getByRole("button", { name: "ログイン", exact: true }).click();
}

/** A page whose person is signed in and stands where sign-in leads. */
export async function signIn(page: Page, address: string): Promise<Page> {
  await page.goto("/sign-in");
  await fillSignIn(page, address);
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  return page;
}

/** The page of a browser of one's own, signed in. */
export async function openAs(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext();
  return await signIn(await context.newPage(), address);
}

/** The page says that what was just asked for is done. */
export async function expectDone(page: Page, words: string): Promise<void> {
  await expect(page.getByRole("status").getByRole("heading")).toHaveText(
    new RegExp(`^完了：${words}`),
  );
}

/** Sends a form from the page in view, as its own scripts could; answers the status. */
export function post(page: Page, path: string, fields: Record<string, string>): Promise<number> {
  return page.evaluate(
    async ([address, entries]) => {
      const body = new URLSearchParams(entries);
      return (await fetch(address, { method: "POST", body })).status;
    },
    [path, fields] as const,
  );
}
