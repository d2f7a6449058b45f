import { expect, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { planSheetsOf, type SheetRows, workbookOf } from "#tests/factories/plan-workbook.ts";
import { expectAccessible } from "./axe.ts";
import { expectToFit } from "./layout.ts";
import { signIn } from "./people.ts";

const city = "kurume";

test("久留米市 sends the workbook of a plan, sees what would come of it, and thinks better of it", async ({
  page,
}) => {
  await signIn(page, "approver@kurume.example.jp");
  await page.goto(paths.workspace(city));
  await page.getByRole("link", { name: "様式（Excel）から計画を取り込む" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "様式（Excel）" }).click();
  expect((await downloading).suggestedFilename()).toBe("計画の取込様式.xlsx");

  const send = async (sheets: SheetRows) => {
    await page.goto(paths.planImports(city));
    const file = { name: "総合戦略.xlsx", mimeType: "", buffer: Buffer.from(workbookOf(sheets)) };
    await page.locator("#files").setInputFiles(file);
    await page.getByRole("button", { name: "内容を確認する" }).click();
    // The page asks by itself until the file is read.
    await expect(page.getByText("確認待ち")).toBeVisible({ timeout: 15_000 });
  };
  const sheets = planSheetsOf("kurume-2030");
  const [head = [], ...figures] = sheets.実績 ?? [];

  await send({
    ...sheets,
    目標値: [
      ["指標のコード", "R6"],
      ["K9", "40件"],
    ],
  });
  await expect(page.getByRole("row", { name: "目標値!A2" })).toContainText("K9");
  await expect(page.getByRole("button", { name: "取り込む", exact: true })).toBeHidden();
  await expectAccessible(page);

  await send({ ...sheets, 実績: [head, ...figures, ["K1", "", "R7", "", "", "#REF!", ""]] });
  await expect(page.getByRole("row", { name: "実績!F7" })).toContainText("#REF!");
  await expect(page.getByRole("row", { name: "G1-1-1" })).toContainText("創業件数");
  await page.getByRole("button", { name: "取り込む", exact: true }).click();
  await expect(page.getByRole("alert").first()).toContainText("チェックを付けてください");
  await expectAccessible(page);
  await expectToFit(page, "preview of a plan");

  await page.getByRole("button", { name: "取り込まない" }).click();
  await expect(page.getByText("取り込まないことにしました")).toBeVisible();
});
