import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectAccessible } from "./axe.ts";
import { expectDone, openAs, signIn } from "./people.ts";

const organisation = "kumamoto";
const fy = 2023;
const grid = paths.openEntry(organisation, "jewels", 1);

const row = (page: Page, code: string) => page.locator(`tr[id="row:${code}:0"]`);
const item = (page: Page, code: string) =>
  page
    .getByRole("row")
    .filter({ has: page.locator(`input[name="tick:jewels/${code}/kumamoto/${fy}/0"]`) });

/** Fills what a row asks for: its figures, and a note that explains them. */
async function fill(page: Page, code: string, note: string) {
  const inputs = row(page, code).locator("input[type=text]");
  for (let at = 0; at < (await inputs.count()); at++) await inputs.nth(at).fill(String(30 + at));
  for (const list of await row(page, code).getByRole("combobox").all())
    await list.selectOption({ index: (await list.getByText("達成").count()) > 0 ? 1 : 0 });
  await row(page, code).locator("textarea").fill(note);
}

async function propose(page: Page, ...codes: string[]) {
  await page.goto(grid);
  await expect(page.locator("form[data-ready]")).toBeVisible();
  for (const code of codes) await fill(page, code, "県の集計による確定値。");
  await page.getByRole("button", { name: "入力した分を起案する（決裁を求める）" }).click();
  await expectDone(page, `${codes.length}件を起案しました`);
}

test("熊本県 decides before it submits, also in the decider's place", async ({ browser, page }) => {
  test.setTimeout(60_000);
  const approver = await signIn(page, "approver@kumamoto.example.jp");
  await approver.getByRole("link", { name: /^求めない/ }).click();
  await approver.getByLabel("決裁を求める", { exact: false }).first().check();
  await approver.getByRole("button", { name: "設定を保存する" }).click();
  await expectDone(approver, "設定を保存しました");
  await expectAccessible(approver);

  // Two figures of the editor's are proposed in one go; nobody else sees anything of them.
  const editor = await openAs(browser, "editor@kumamoto.example.jp");
  await propose(editor, "CKR-7-1-b", "ANS-5-1-a");
  await expect(row(editor, "CKR-7-1-b")).toContainText("手元：自団体の決裁者");
  await expectAccessible(editor);
  const lead = await openAs(browser, "approver@nagasaki.example.jp");
  const figure = paths.observation("jewels", "CKR-7-1-b", organisation, fy);
  expect((await lead.goto(figure))?.status()).toBe(404);
  await lead.goto(paths.reviewTable("nagasaki"));
  await expect(item(lead, "CKR-7-1-b")).toHaveCount(0);
  await lead.goto(paths.approval(organisation));
  await expect(lead.getByRole("heading", { level: 1 })).toContainText("権限");

  // One is sent back with a reason, the other goes on as it is.
  await approver.goto(paths.workspace(organisation));
  await approver.getByRole("link", { name: "決裁待ちを確認する" }).click();
  await expectAccessible(approver);
  await item(approver, "ANS-5-1-a")
    .getByText(/^差し戻す/)
    .click();
  const back = item(approver, "ANS-5-1-a").getByRole("button", { name: /^理由を付けて差し戻す/ });
  await back.click();
  await expect(approver.getByRole("alert").getByRole("heading")).toBeVisible();
  await item(approver, "ANS-5-1-a").getByLabel("差戻しの理由").fill("出典を書いてください。");
  await back.click();
  await expectDone(approver, "差し戻しました");
  await item(approver, "CKR-7-1-b").getByRole("checkbox").check();
  await approver.getByRole("button", { name: "選択した報告を決裁する" }).click();
  await expectDone(approver, "1件を決裁しました");

  await editor.goto(paths.report(organisation, "jewels", "ANS-5-1-a", fy));
  await expect(editor.getByText("団体内の決裁で差し戻されています")).toBeVisible();
  await expect(editor.getByText("出典を書いてください。").first()).toBeVisible();

  // The decider's own figure is decided by the editor, who stands in for them today.
  await propose(approver, "SGT-2-1-b");
  await approver.goto(paths.approval(organisation));
  await expect(approver.getByText("あなたが起案した報告です")).toBeVisible();
  await approver.getByRole("link", { name: "決裁の設定" }).click();
  await approver
    .getByRole("combobox", { name: /^代決する人/ })
    .selectOption({ label: "デモ 熊本県 起案担当" });
  await approver.getByLabel(/^最終日/).fill(await approver.getByLabel(/^初日/).inputValue());
  await approver.getByLabel(/^理由/).fill("決裁者の出張");
  await approver.getByRole("button", { name: "代決する人を登録する" }).click();
  await expectDone(approver, "代決する人を登録しました");
  await expectAccessible(approver);

  await editor.goto(paths.approval(organisation));
  await expect(editor.getByLabel(/^代決の理由/)).toHaveValue("決裁者の出張");
  await item(editor, "SGT-2-1-b").getByRole("checkbox").check();
  await editor.getByRole("button", { name: "選択した報告を代決する" }).click();
  await expectDone(editor, "1件を決裁しました");
  await editor.goto(paths.report(organisation, "jewels", "SGT-2-1-b", fy));
  await expect(editor.getByText("代決", { exact: true })).toBeVisible();
  await expectAccessible(editor);

  // What was approved is the lead's to accept.
  await lead.goto(paths.reviewTable("nagasaki"));
  await item(lead, "CKR-7-1-b").getByRole("checkbox").check();
  await lead.getByRole("button", { name: "選択した報告を受理する" }).click();
  await expectDone(lead, "1件を受理しました");
  await editor.goto(figure);
  await expect(editor.getByText("受理", { exact: true }).first()).toBeVisible();

  await approver.goto(paths.approvalSettings(organisation));
  await approver.getByRole("button", { name: /^終了する/ }).click();
  await expectDone(approver, "代決を終了しました");
  await approver.getByLabel("決裁を求めない", { exact: false }).check();
  await approver.getByRole("button", { name: "設定を保存する" }).click();
  await expectDone(approver, "設定を保存しました");
  await Promise.all([editor.context().close(), lead.context().close()]);
});
