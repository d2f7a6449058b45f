import { expect, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectDone, openAs, signIn } from "./people.ts";

test.use({ javaScriptEnabled: false });

/** 長崎県 reports to 鹿児島県, the lead of 新技術挑戦PT, with nothing but HTML. */
test("everything works without scripts: sign in, report, submit, return, accept, sign out everywhere", async ({
  browser,
  page,
}) => {
  const report = paths.report("nagasaki", "jewels", "SGT-1-2-a", 2023);
  const figure = page.getByLabel(/^実績値/);
  await page.goto(report);
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.getByLabel("メールアドレス").fill("approver@nagasaki.example.jp");
  await page.getByLabel("パスワード").fill("wrong password");
  await page.getByRole("main").getByRole("button", { name: "ログイン", exact: true }).click();
  await expect(page.getByText("メールアドレスかパスワードが正しくありません")).toBeVisible();
  await expect(page.getByLabel("メールアドレス")).toHaveValue("approver@nagasaki.example.jp");
  await signIn(page, "approver@nagasaki.example.jp");

  await page.goto(report);
  await figure.fill("四十");
  await page.getByRole("button", { name: "幹事団体へ提出" }).click();
  await expect(figure).toHaveAccessibleDescription(/数値として読み取れません/);
  await expect(figure).toHaveValue("四十");
  await figure.fill("４０件");
  await page.getByRole("button", { name: "下書き保存" }).click();
  await expectDone(page, "下書きを保存しました");
  await page.getByRole("button", { name: "幹事団体へ提出" }).click();
  await expectDone(page, "提出しました");

  const lead = await openAs(browser, "approver@kagoshima.example.jp");
  await lead.goto(paths.review("kagoshima"));
  const card = lead.getByRole("article", { name: /^長崎県\s*デジタル技術導入/ });
  await expect(card).toContainText("40件");
  await card.getByText("理由を付けて差し戻す").click();
  await card.getByRole("button", { name: /^差し戻す/ }).click();
  const reason = card.getByLabel("差戻しの理由");
  await expect(reason).toHaveAccessibleDescription(/差戻しの理由を入力してください/);
  await reason.fill("セミナーのみの支援は対象外です。");
  await card.getByRole("button", { name: /^差し戻す/ }).click();
  await expectDone(lead, "差し戻しました");

  await page.goto(report);
  await expect(page.getByText("セミナーのみの支援は対象外です。").first()).toBeVisible();
  await figure.fill("38");
  await page.getByRole("button", { name: "幹事団体へ提出" }).click();
  await lead.goto(paths.review("kagoshima"));
  await card.getByRole("button", { name: /^受理する/ }).click();
  await expectDone(lead, "受理しました");
  await page.goto(paths.indicator("jewels", "SGT-1-2-a", 2023));
  await expect(page.getByRole("row", { name: /^長崎県/ })).toContainText("38件");
  await lead.context().close();
});

test("signing out everywhere ends the session on the other device too", async ({
  browser,
  page,
}) => {
  const other = await openAs(browser, "approver@oita.example.jp");
  await signIn(page, "approver@oita.example.jp");
  await page.locator("header summary").click();
  await page.getByRole("link", { name: "アカウント" }).click();
  await page.getByRole("button", { name: "すべての端末からログアウト" }).click();
  await expect(page.getByRole("main").getByRole("link", { name: "ログイン" })).toBeVisible();
  for (const device of [page, other]) {
    await device.goto(paths.workspace("oita"));
    await expect(device).toHaveURL(/\/sign-in/);
  }
  await other.context().close();
});
