import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { filledForm, openNumbers } from "#tests/factories/filled-form.ts";
import { expectAccessible } from "./axe.ts";
import { expectToFit } from "./layout.ts";
import { expectDone, openAs, signIn } from "./people.ts";

const plan = "jewels";
const fy = 2023;
const round = 1;
const at = "oita";

test("大分県 fills in the form offline, meets a colleague's change, and takes over what it chose", async ({
  browser,
  page,
}) => {
  test.setTimeout(60_000);
  await signIn(page, "editor@oita.example.jp");
  await page.goto(paths.entry(at, plan, round));
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "様式（Excel）" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^回答様式_大分県_.*\.xlsx$/);
  const form = new Uint8Array(await readFile(await download.path()));
  const [contested = "", alone = ""] = await openNumbers(form);

  // Meanwhile a colleague writes one of the figures in the portal.
  const colleague = await openAs(browser, "approver@oita.example.jp");
  await colleague.goto(paths.report(at, plan, contested, fy));
  await colleague.getByRole("textbox", { name: /実績値|分子/ }).fill("31");
  await colleague.getByRole("button", { name: "下書き保存" }).click();
  await expectDone(colleague, "下書きを保存しました");
  await colleague.context().close();

  await page.goto(paths.imports(at, plan, round));
  await expectAccessible(page);
  await page.getByRole("button", { name: "内容を確認する" }).click();
  await expect(page.getByRole("alert").first()).toContainText("ファイルを選択してください");
  const send = async (first: string) => {
    const filled = await filledForm(form, {
      [contested]: { first: 32, note: "様式で入力" },
      [alone]: { first, note: "確認済み" },
    });
    const file = { name: "大分県 回答.xlsx", mimeType: "", buffer: Buffer.from(filled) };
    await page.locator("#files").setInputFiles(file);
    await page.getByRole("button", { name: "内容を確認する" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("取り込む内容の確認");
  };
  const row = (number: string) => page.getByRole("row", { name: number });

  // What cannot be read is shown as it was typed, with its place; the file is put right and sent again.
  await send("二十件くらい");
  await expect(row(alone)).toContainText(/「二十件くらい」（様式!I\d+）/);
  await expect(row(contested)).toContainText("保存されている内容：31");
  await expectAccessible(page);
  await page.getByRole("button", { name: "取り込まない" }).click();
  await page.getByRole("link", { name: "別のファイルを取り込む" }).click();

  await send("２１");
  await expect(row(alone).getByRole("checkbox")).toBeChecked();
  await page.setViewportSize({ width: 375, height: 812 });
  await expectToFit(page, "preview on a phone");
  await page.setViewportSize({ width: 1280, height: 800 });
  await row(contested)
    .getByRole("radio", { name: /ファイルの内容/ })
    .check();
  await page.getByRole("button", { name: "選んだ行を下書きに保存" }).click();
  await expect(page.getByRole("heading", { name: /2件を下書きに保存しました/ })).toBeVisible();
  await expectAccessible(page);

  await page.goto(paths.report(at, plan, contested, fy));
  await expect(page.getByRole("textbox", { name: /実績値|分子/ })).toHaveValue("32");
  const kept = page.waitForEvent("download");
  await page.getByRole("link", { name: "大分県 回答.xlsx" }).click();
  expect((await kept).suggestedFilename()).toBe("大分県 回答.xlsx");
});
