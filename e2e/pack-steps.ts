import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { paths } from "#app/site/paths.ts";

/** Has a council pack made of an edition, and waits until it is there, as the page does by itself. */
export async function makePack(
  page: Page,
  given: { plan: string; fy: number; edition: number; meeting: string },
): Promise<void> {
  await page.goto(paths.newPack(given.plan, given.fy));
  await page.getByLabel("もとにする版").selectOption(`${given.fy}-${given.edition}`);
  await page.getByLabel("会議の名称").fill(given.meeting);
  await page.getByRole("button", { name: "資料を作成する" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(given.meeting);
  await expect(page.getByRole("link", { name: /^PDFをダウンロード/ })).toBeVisible({
    timeout: 60_000,
  });
}

/** The files of the pack whose page is in view. */
export async function packFiles(page: Page): Promise<{ pdf: Buffer; xlsx: Buffer; name: string }> {
  const download = async (name: RegExp) => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name }).click();
    const file = await downloading;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const pdf = await download(/^PDFをダウンロード/);
  const xlsx = await download(/^Excelをダウンロード/);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(xlsx.bytes.subarray(0, 2).toString()).toBe("PK");
  return { pdf: pdf.bytes, xlsx: xlsx.bytes, name: pdf.name };
}
