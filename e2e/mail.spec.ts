import { expect, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { catchMail, type SmtpCatcher } from "#tests/factories/smtp.ts";
import { expectDone, fillSignIn, openAs, signIn } from "./people.ts";

let smtp: SmtpCatcher;

test.beforeAll(async ({ baseURL }) => {
  // The port that playwright.config gives the portal as its mail server.
  smtp = await catchMail(Number(new URL(baseURL ?? "").port) + 1);
});
test.afterAll(() => smtp.close());

/** 福岡県 reports to 鹿児島県, the lead of 新技術挑戦PT. */
test("who is told by mail that a figure was returned opens the form that answers it", async ({
  browser,
  page,
  baseURL,
}) => {
  test.slow();
  const report = paths.report("fukuoka", "jewels", "SGT-1-2-a", 2024);
  const fukuoka = await openAs(browser, "editor@fukuoka.example.jp");
  await fukuoka.goto(report);
  await fukuoka.getByLabel(/^実績値/).fill("41");
  await fukuoka.getByRole("button", { name: "幹事団体へ提出" }).click();
  await expectDone(fukuoka, "提出しました");
  await fukuoka.context().close();

  const lead = await openAs(browser, "approver@kagoshima.example.jp");
  await lead.goto(paths.review("kagoshima"));
  const card = lead
    .getByRole("article", { name: /^福岡県\s*デジタル技術導入/ })
    .filter({ hasText: "R6の報告値" });
  await card.getByText("理由を付けて差し戻す").click();
  await card.getByLabel("差戻しの理由").fill("3月分を加えてください。");
  await card.getByRole("button", { name: /^差し戻す/ }).click();
  await expectDone(lead, "差し戻しました");
  await lead.context().close();

  const caught = () =>
    smtp.mails.filter(
      ({ to, subject }) =>
        to.includes("editor@fukuoka.example.jp") && subject.startsWith("【差戻し】"),
    );
  // One that met an absent mail server before is tried again a minute later.
  await expect.poll(() => caught().length, { timeout: 80_000 }).toBe(1);
  const [mail] = caught();
  expect(mail?.subject).toContain("（R6）の報告");
  const [link = "", ...more] = mail?.text.match(/https?:\/\/\S+/g) ?? [];
  expect(more).toEqual([]);
  expect(link).toBe(baseURL + report);

  await page.goto(link);
  await fillSignIn(page, "editor@fukuoka.example.jp");
  await expect(page).toHaveURL(link);
  await expect(page.getByText("3月分を加えてください。").first()).toBeVisible();
  await expect(page.getByLabel(/^実績値/)).toHaveValue("41");
});

test("what was sent to whom is the council's office's to read", async ({ browser, page }) => {
  await signIn(page, "editor@council.example.jp");
  await page.getByRole("link", { name: "送信記録" }).click();
  await page.getByLabel("種類").selectOption("差戻し");
  await page.getByRole("button", { name: "絞り込む" }).click();
  const row = page.getByRole("row").filter({ hasText: "デモ 福岡県 起案担当" });
  await expect(row).toContainText("送信済み");
  await row.locator("summary").click();
  await expect(row).toContainText("/reports/SGT-1-2-a/2024");
  await expect(page.getByRole("table")).not.toContainText("@");
  const member = await openAs(browser, "viewer@council.example.jp");
  expect((await member.goto(paths.mailLog()))?.status()).toBe(403);
  await member.context().close();
});

test("who wants no mail says so, apart from the portal", async ({ page }) => {
  await signIn(page, "editor@okinawa.example.jp");
  await page.goto(paths.notificationSettings);
  const byMail = page.getByLabel("自分の団体の報告の差戻しをメールで受け取る");
  await expect(byMail).toBeChecked();
  await byMail.uncheck();
  await page.getByRole("button", { name: "保存する" }).click();
  await expectDone(page, "保存しました");
  await expect(byMail).not.toBeChecked();
  await expect(page.getByLabel("自分の団体の報告の差戻しをポータルで受け取る")).toBeChecked();
});
