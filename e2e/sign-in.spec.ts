import { expect, test } from "@playwright/test";
import { totpCode, totpStep } from "#app/lib/totp.server.ts";
import { paths } from "#app/site/paths.ts";
import { expectAccessible } from "./axe.ts";
import { expectDone, fillSignIn, signIn } from "./people.ts";

const person = "approver@kyukeiren.example.jp";

test("somebody sets up an authenticator and a passkey, and signs in with each", async ({
  page,
}) => {
  await signIn(page, person);
  await page.goto(paths.security);
  await page.getByRole("button", { name: "認証アプリを設定する" }).click();
  await expect(page.getByRole("img", { name: /二次元コード/ })).toBeVisible();
  const secret = (await page.locator("[data-secret]").innerText()).replaceAll(" ", "");
  await expectAccessible(page);
  // The code of the half minute before counts as well; the next sign-in has a later one then.
  const step = totpStep(new Date());
  await page.getByRole("textbox", { name: "確認コード" }).fill(totpCode(secret, step - 1));
  await page.getByRole("button", { name: "設定する", exact: true }).click();
  await expect(page.getByRole("list", { name: "回復コード" }).getByRole("listitem")).toHaveCount(
    10,
  );

  await page.context().clearCookies();
  await page.goto(paths.signIn);
  await fillSignIn(page, person);
  await expect(page).toHaveTitle(/^確認コードの入力/);
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "確認コード" }).fill(totpCode(secret, step));
  await page.getByRole("button", { name: "ログイン", exact: true }).click();
  await expect(page).toHaveURL(paths.workspace("kyukeiren"));

  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(paths.security);
  await page.getByRole("textbox", { name: "パスキーの名称" }).fill("庁内の端末");
  await page.getByRole("button", { name: "この端末でパスキーを登録" }).click();
  await expectDone(page, "パスキーを登録しました");
  await expect(page.getByRole("rowheader", { name: "庁内の端末" })).toBeVisible();

  await page.context().clearCookies();
  await page.goto(paths.signIn);
  await page.getByRole("button", { name: "パスキーでログイン" }).click();
  await expect(page).toHaveURL(paths.workspace("kyukeiren"));
});
