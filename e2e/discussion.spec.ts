import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectToFit } from "./layout.ts";
import { expectDone, openAs, post, signIn } from "./people.ts";

const project = { kind: "project", code: "SHG-9-1" } as const;
const discussion = paths.discussion("jewels", project);
const figure = {
  kind: "figure",
  code: "SHG-3-1-a",
  organisation: "kumamoto",
  fy: 2023,
} as const;

const bell = (page: Page) => page.getByRole("link", { name: /^お知らせ/ }).first();
const thread = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words });

test.use({ javaScriptEnabled: false });

test("a question reaches whom it names, is answered and resolved", async ({ browser, page }) => {
  await signIn(page, "editor@kagoshima.example.jp");
  await page.goto(paths.progress("jewels", "SHG-9-1"));
  await page.getByRole("link", { name: "意見・質問" }).click();
  await expect(page).toHaveURL(discussion);
  await page.getByRole("button", { name: "書き込む" }).click();
  const field = page.getByLabel(/^意見・質問/);
  await expect(field).toHaveAccessibleDescription(/意見・質問を入力してください/);
  await field.fill("＠宮崎県 会場の候補はありますか。");
  await page.getByText("知らせる相手を選ぶ").last().click();
  await page.getByLabel("山口県").last().check();
  await page.getByRole("button", { name: "書き込む" }).click();
  await expectDone(page, "書き込みました");

  const miyazaki = await openAs(browser, "editor@miyazaki.example.jp");
  await expect(bell(miyazaki)).toHaveAccessibleName(/未読\s*1\s*件/);
  const yamaguchi = await openAs(browser, "approver@yamaguchi.example.jp");
  await expect(bell(yamaguchi)).toHaveAccessibleName(/未読\s*1\s*件/);
  await yamaguchi.context().close();
  await bell(miyazaki).click();
  await expect(miyazaki.getByRole("main").getByRole("listitem").getByText("未読")).toHaveCount(1);
  await miyazaki.getByRole("button", { name: /^既読にする/ }).click();
  await expect(bell(miyazaki)).toHaveAccessibleName("お知らせ");
  await miyazaki.getByRole("link", { name: /あなたに宛てた意見・質問/ }).click();

  const asked = thread(miyazaki, "会場の候補");
  await asked.getByText("返信する").first().click();
  await asked.getByLabel(/^返信/).fill("県庁の会議室を使えます。");
  await asked.getByRole("button", { name: "返信する" }).click();
  await expectDone(miyazaki, "書き込みました");
  await expect(asked.getByRole("button", { name: "解決済みにする" })).toHaveCount(0);
  await miyazaki.setViewportSize({ width: 375, height: 812 });
  await expectToFit(miyazaki, "discussion on a phone");

  await page.reload();
  await expect(bell(page)).toHaveAccessibleName(/未読\s*1\s*件/);
  await thread(page, "会場の候補").getByRole("button", { name: "解決済みにする" }).click();
  await expectDone(page, "解決済みにしました");
  await expect(page.getByRole("heading", { name: /^未解決\s*0件/ })).toBeVisible();
  await expect(thread(page, "会場の候補").getByText("解決済み", { exact: true })).toBeVisible();
  await page.goto(paths.notifications);
  await page.getByRole("button", { name: "すべて既読にする" }).click();
  await expect(bell(page)).toHaveAccessibleName("お知らせ");
  await miyazaki.context().close();
});

test("who took something back leaves no word of it", async ({ page }) => {
  await signIn(page, "editor@kagoshima.example.jp");
  await page.goto(discussion);
  await page.getByLabel(/^意見・質問/).fill("誤って書いた内容");
  await page.getByRole("button", { name: "書き込む" }).click();
  const mine = thread(page, "誤って書いた内容");
  await mine.getByText("取り下げる").first().click();
  await mine.getByRole("button", { name: "取り下げる" }).click();
  await expectDone(page, "取り下げました");
  await expect(page.getByText("誤って書いた内容")).toHaveCount(0);
  await expect(page.getByText("取り下げました。").first()).toBeVisible();
});

test("what is said of a figure stays with those who read it", async ({ browser, page }) => {
  await signIn(page, "approver@fukuoka.example.jp");
  await page.goto(paths.review("fukuoka"));
  const item = page.getByRole("article").filter({ hasText: "熊本県" }).first();
  await item.getByRole("link", { name: "意見・質問" }).click();
  await expect(page).toHaveURL(paths.discussion("jewels", figure));
  await expect(page.getByText(/熊本県、幹事団体、戦略会議の事務局だけ/)).toBeVisible();
  await page.getByLabel(/^意見・質問/).fill("@熊本県 内訳を教えてください。");
  await page.getByRole("button", { name: "書き込む" }).click();
  await expectDone(page, "書き込みました");

  const nagasaki = await openAs(browser, "approver@nagasaki.example.jp");
  expect((await nagasaki.goto(paths.discussion("jewels", figure)))?.status()).toBe(403);
  const fields = { intent: "write", body: "x", requestKey: crypto.randomUUID() };
  expect(await post(nagasaki, paths.discussion("jewels", figure), fields)).toBe(403);
  await nagasaki.context().close();

  const kumamoto = await openAs(browser, "editor@kumamoto.example.jp");
  await bell(kumamoto).click();
  await kumamoto.getByRole("link", { name: /熊本県のR5報告値/ }).click();
  await expect(kumamoto.getByText("内訳を教えてください。")).toBeVisible();
  await kumamoto.context().close();
});

test("what somebody does not want to hear stays away", async ({ page }) => {
  await signIn(page, "approver@okinawa.example.jp");
  await page.goto(paths.notificationSettings);
  await page.getByLabel(/返信をポータルで/).uncheck();
  await page.getByRole("button", { name: "保存する" }).click();
  await expectDone(page, "保存しました");
  await page.reload();
  await expect(page.getByLabel(/返信をポータルで/)).not.toBeChecked();
  await expect(page.getByLabel(/宛てた意見・質問をポータルで/)).toBeChecked();
});
