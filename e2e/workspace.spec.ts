import { expect, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectCellsToHold, expectToFit } from "./layout.ts";
import { expectDone, openAs, signIn } from "./people.ts";

const desk = (organisation: string) => paths.pt(organisation, "jewels", "SHG", 2023);

test.use({ javaScriptEnabled: false });

test("a partner sees what waits and whom to ask", async ({ page }) => {
  await signIn(page, "editor@saga.example.jp");
  await page.goto(paths.workspace("saga"));
  await page.getByRole("link", { name: "しごとづくりPT" }).click();
  await page.goto(desk("saga"));
  const waiting = page.getByRole("region", { name: "いま対応が必要なもの" });
  await expect(waiting.getByText(/差戻し理由：宿泊旅行統計調査/)).toBeVisible();
  await expect(waiting.getByRole("heading", { name: /^宛先になっている質問/ })).toBeVisible();
  await expect(waiting.getByRole("heading", { name: /^進捗報告/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "団体ごとの状況" })).toHaveCount(0);

  const contacts = page.getByRole("region", { name: "関係者と連絡先" });
  await contacts.getByRole("link", { name: "連絡先を変更" }).click();
  await page.getByLabel(/^電話番号/).fill("ぜろ");
  await page.getByRole("button", { name: "保存する" }).click();
  await expect(page.getByLabel(/^電話番号/)).toHaveAccessibleDescription(/数字とハイフン/);
  await page.getByLabel(/^電話番号/).fill("０００－１１１－２２２２");
  await page.getByRole("button", { name: "保存する" }).click();
  await expectDone(page, "連絡先を保存しました");
  await expect(contacts.getByText("000-111-2222")).toBeVisible();

  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto(desk("saga"));
  await expectToFit(page, "PT workspace on a phone");
});

test("what others did is new until one has looked through it", async ({ browser, page }) => {
  // A PT in which no other journey does anything.
  const quiet = paths.pt("saga", "jewels", "ANS", 2023);
  const kyukeiren = await openAs(browser, "editor@kyukeiren.example.jp");
  const write = async (words: string) => {
    await kyukeiren.goto(paths.discussion("jewels", { kind: "project", code: "ANS-2-1" }));
    await kyukeiren.getByLabel(/^意見・質問/).fill(words);
    await kyukeiren.getByRole("button", { name: "書き込む" }).click();
    await expectDone(kyukeiren, "書き込みました");
  };
  await write("事例を集めています。");
  await signIn(page, "editor@saga.example.jp");
  await page.goto(quiet);
  const changes = page.getByRole("region", { name: "前回の確認以降の変更" });
  const comments = changes.getByRole("link", { name: /への意見・質問$/ });
  await expect(comments).toHaveCount(1);
  await write("もう一件お知らせします。");
  // What happened after the page was opened stays new.
  await changes.getByRole("button", { name: "ここまで確認した" }).click();
  await expectDone(page, "確認した時点を記録しました");
  await expect(comments).toHaveCount(1);
  await changes.getByRole("button", { name: "ここまで確認した" }).click();
  await expect(changes.getByText("ほかの人による変更はありません。")).toBeVisible();
  await kyukeiren.context().close();
});

test("the lead sees who is late, the worst first", async ({ page }) => {
  await signIn(page, "approver@fukuoka.example.jp");
  await page.goto(desk("fukuoka"));
  const waiting = page.getByRole("region", { name: "いま対応が必要なもの" });
  await expect(waiting.getByText(/幹事団体として確認する報告が\d+件あります/)).toBeVisible();
  const table = page.getByRole("table", { name: "団体ごとの報告と進捗の状況" });
  await expect(table.getByRole("row")).toHaveCount(12);
  // Other journeys report and judge meanwhile: who is late changes, not that it is said.
  await expect(table).toContainText(/全\d+件\s*受理\d/);
  await expect(table).toContainText(/(受理待ち|差戻し|未提出)\d/);
  // The round's due day is still to come; a milestone that is overdue weighs most.
  await expect(table.getByRole("row").nth(1)).toContainText("期限超過");
  await expectCellsToHold(page, "PT workspace of the lead");
  const texts = page.getByRole("region", { name: "PTのまとめ" });
  await expect(texts.getByRole("link", { name: /を編集$/ }).first()).toBeVisible();
});
