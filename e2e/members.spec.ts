import { expect, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectAccessible } from "./axe.ts";
import { expectDone, signIn } from "./people.ts";
import { invitationLink } from "./secret-link.ts";

test("佐賀県 takes somebody in for two PTs, and ends the membership again", async ({
  browser,
  page,
}) => {
  const email = `hanako-${Date.now()}@pref.example.jp`;
  const admin = await signIn(page, "admin@saga.example.jp");
  await admin.goto(paths.invite("saga"));
  await admin.getByLabel("メールアドレス").fill(email);
  for (const box of await admin.getByRole("checkbox").all()) {
    if ((await admin.getByRole("checkbox", { checked: true }).count()) < 2) await box.check();
  }
  await admin.getByRole("button", { name: "招待する" }).click();
  await expectDone(admin, "招待のメールを送信しました");
  const invited = admin.getByRole("row").filter({ hasText: email });
  const revoke = invited.getByRole("button", { name: /^取り消す/ });
  const link = invitationLink((await revoke.getAttribute("value")) ?? "");

  const person = await (await browser.newContext()).newPage();
  await person.goto(link);
  await expect(person.getByRole("main")).toContainText("佐賀県");
  await expectAccessible(person);
  await person.getByLabel("氏名").fill("佐藤 花子");
  await person.getByLabel("パスワード").fill("筑後川の流れは春の朝に速く深い");
  await person.getByRole("button", { name: "登録して参加する" }).click();
  await expect(person.getByRole("heading", { level: 1 })).toHaveText("佐賀県のワークスペース");
  await expect(person.getByText("担当", { exact: true })).toHaveCount(2);
  expect((await person.request.get(link)).status()).toBe(410);

  await admin.goto(paths.members("saga"));
  await admin
    .getByRole("row")
    .filter({ hasText: "佐藤 花子" })
    .getByRole("link", { name: /^変更・引継ぎ/ })
    .click();
  await admin.getByRole("button", { name: /^所属を終了する/ }).click();
  await expectDone(admin, "所属を終了しました");
  await person.reload();
  await expect(person.getByRole("heading", { level: 1 })).toHaveText("ログイン");
});
