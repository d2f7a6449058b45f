import { expect, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { openService } from "#tests/factories/oidc.ts";
import { signIn } from "./people.ts";

test.use({ javaScriptEnabled: false });

test("an organisation registers its service, and a colleague comes in by it", async ({
  browser,
  page,
  baseURL,
}) => {
  const email = "editor@saga.example.jp";
  const callback = `${baseURL}${paths.signOnCallback("saga")}`;
  const service = await openService([callback], () => ({ sub: "1", email, email_verified: true }));

  await signIn(page, "admin@saga.example.jp");
  await page.goto(paths.signOnSettings("saga"));
  await expect(page.getByText(callback)).toBeVisible();
  await page.getByLabel(/^発行者/).fill(service.issuer);
  await page.getByRole("button", { name: "接続を確認する" }).click();
  await expect(page.getByRole("heading", { name: /接続できました/ })).toBeVisible();
  await page.getByLabel(/^クライアントID/).fill(service.clientId);
  await page.getByLabel(/^クライアントシークレット/).fill(service.clientSecret);
  await page.getByRole("button", { name: "登録する" }).click();
  await expect(page.getByRole("heading", { name: /登録しました/ })).toBeVisible();
  await expect(page.getByLabel(/^クライアントシークレット/)).toHaveValue("");

  const colleague = await browser.newContext({ javaScriptEnabled: false });
  const there = await colleague.newPage();
  await there.goto(paths.signIn);
  await there.getByRole("link", { name: "所属団体のアカウントでログイン" }).click();
  await there.getByRole("button", { name: "佐賀県" }).click();
  await expect(there).toHaveURL(paths.workspace("saga"));
  await expect(there.getByText("起案").first()).toBeVisible();

  // Taken away, it lets nobody stay.
  await page.getByRole("button", { name: "登録を解除する" }).click();
  await expect(page.getByRole("heading", { name: /解除しました/ })).toBeVisible();
  await there.reload();
  await expect(there).toHaveURL(/\/sign-in/);
  await colleague.close();
  await service.close();
});
