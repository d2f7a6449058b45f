import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { filledForm, openNumbers } from "#tests/factories/filled-form.ts";
import { expectDone } from "./people.ts";

/** Which round of a plan. */
export type RoundCodes = { plan: string; round: number };

/** Prepares a round of a few KPIs and opens it, as somebody of the plan's owner. */
export async function openRound(
  page: Page,
  given: {
    plan: string;
    fy: number;
    title: string;
    dueOn: string;
    instructions: string;
    /** By PT, as the form groups them. */
    pt: string;
    indicators: readonly string[];
    organisations: readonly string[];
  },
): Promise<RoundCodes> {
  await page.goto(`${paths.newRound(given.plan)}?fy=${given.fy}&none`);
  await page.getByLabel("照会の名称").fill(given.title);
  await page.getByLabel("回答期限").fill(given.dueOn);
  await page.getByLabel("照会文").fill(given.instructions);
  await page.locator("summary").filter({ hasText: given.pt }).click();
  for (const name of given.indicators) await page.getByRole("checkbox", { name }).check();
  const organisations = page.getByRole("group", { name: /^照会先の団体/ });
  for (const box of await organisations.getByRole("checkbox").all()) await box.uncheck();
  for (const name of given.organisations)
    await organisations.getByRole("checkbox", { name, exact: true }).check();
  await page.getByRole("button", { name: "保存する" }).click();
  await expectDone(page, "照会の内容を保存しました");
  await page.getByRole("button", { name: "照会を開始する" }).click();
  await expectDone(page, "照会を開始しました");
  return { plan: given.plan, round: Number(new URL(page.url()).pathname.split("/").at(-1)) };
}

/** Gives an organisation longer, on the round's page. */
export async function extendRound(
  page: Page,
  codes: RoundCodes,
  given: { organisation: string; dueOn: string; reason: string },
): Promise<void> {
  await page.goto(paths.round(codes.plan, codes.round));
  const row = page.getByRole("row", { name: new RegExp(`^${given.organisation}`) });
  await row.locator("summary").click();
  await row.getByLabel("新しい回答期限").fill(given.dueOn);
  await row.getByLabel("延長の理由").fill(given.reason);
  await row.getByRole("button", { name: /^延長する/ }).click();
  await expectDone(page, "回答期限を延長しました");
}

/** Closes a round, as somebody who has read what is missing. */
export async function closeRound(page: Page, codes: RoundCodes, missing: string): Promise<void> {
  await page.goto(paths.round(codes.plan, codes.round));
  await page.locator("summary").filter({ hasText: "照会を締め切る" }).click();
  await expect(page.getByText(missing)).toBeVisible();
  await page.getByRole("button", { name: "締め切る" }).click();
  await expect(page.getByRole("alert").first()).toContainText("チェックを付けてください");
  await page.getByLabel("未提出と受理待ちの件数を確かめました").check();
  await page.getByRole("button", { name: "締め切る" }).click();
  await expectDone(page, "照会を締め切りました");
}

/** Publishes what a closed round came to, as somebody who decides for the plan's owner. */
export async function publishRound(page: Page, codes: RoundCodes): Promise<void> {
  await page.goto(paths.round(codes.plan, codes.round));
  await page.getByRole("button", { name: "実績を公表する" }).click();
  await expectDone(page, "実績を公表しました");
}

/** Opens a round again for a correction, as somebody who decides for the plan's owner. */
export async function reopenRound(
  page: Page,
  codes: RoundCodes,
  given: { dueOn: string; reason: string },
): Promise<void> {
  await page.goto(paths.round(codes.plan, codes.round));
  await page.locator("summary").filter({ hasText: "照会を再開する" }).click();
  await page.getByLabel("新しい回答期限").fill(given.dueOn);
  await page.getByLabel("再開の理由").fill(given.reason);
  await page.getByRole("button", { name: "再開する" }).click();
  await expectDone(page, "照会を再開しました");
}

/** Pastes as a spreadsheet would have it on the clipboard. */
export async function paste(at: Locator, text: string): Promise<void> {
  await at.focus();
  await at.evaluate((element, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", copied);
    clipboardData.setData("text/html", "<table></table>");
    const event = { clipboardData, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent("paste", event));
  }, text);
}

/**
 * Enters figures into a round's grid, one for each row, each with a note, and hands them in: to the
 * lead, or where the organisation wants that to those who decide in it.
 */
export async function submitGrid(
  page: Page,
  { plan, round }: RoundCodes,
  organisation: string,
  figures: readonly string[],
  to: "lead" | "deciders" = "lead",
): Promise<void> {
  const [button, state] =
    to === "lead"
      ? ["入力した分を提出する", "提出済"]
      : ["入力した分を起案する（決裁を求める）", "決裁待ち"];
  await page.goto(paths.entry(organisation, plan, round));
  await expect(page.locator("form[data-ready]")).toBeVisible();
  const rows = page.locator("tr[data-entry-row]");
  await expect(rows).toHaveCount(figures.length);
  await paste(
    rows.first().getByRole("textbox").first(),
    figures.map((figure) => `${figure}\t確定\t確定値です。\n`).join(""),
  );
  await expect(rows.last()).toContainText("保存済み");
  await page.getByRole("button", { name: button }).click();
  for (const row of await rows.all()) await expect(row).toContainText(state);
}

/** Wants figures decided inside an organisation before they go out, as somebody who decides there. */
export async function wantApproval(page: Page, organisation: string): Promise<void> {
  await page.goto(paths.approvalSettings(organisation));
  await page.getByLabel("決裁を求める", { exact: false }).first().check();
  await page.getByRole("button", { name: "設定を保存する" }).click();
  await expectDone(page, "設定を保存しました");
}

/** Decides on everything that waits in an organisation. */
export async function approveAll(page: Page, organisation: string, count: number): Promise<void> {
  await page.goto(paths.approval(organisation));
  const boxes = page.getByRole("row").getByRole("checkbox");
  await expect(boxes).toHaveCount(count);
  for (const box of await boxes.all()) await box.check();
  await page.getByRole("button", { name: "選択した報告を決裁する" }).click();
  await expectDone(page, `${count}件を決裁しました`);
}

/** Fills the round's form in offline, one figure for each row, sends it back and submits it. */
export async function submitForm(
  page: Page,
  { plan, round }: RoundCodes,
  organisation: string,
  figures: readonly number[],
): Promise<void> {
  await page.goto(paths.entry(organisation, plan, round));
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "様式（Excel）" }).click();
  const form = new Uint8Array(await readFile(await (await downloading).path()));
  const numbers = await openNumbers(form);
  expect(numbers).toHaveLength(figures.length);
  const typed = numbers.map((number, at) => [number, { first: figures[at], note: "確定値" }]);
  const filled = await filledForm(form, Object.fromEntries(typed));
  await page.goto(paths.imports(organisation, plan, round));
  const file = { name: "回答.xlsx", mimeType: "", buffer: Buffer.from(filled) };
  await page.locator("#files").setInputFiles(file);
  await page.getByRole("button", { name: "内容を確認する" }).click();
  await page.getByRole("button", { name: "選んだ行を提出" }).click();
  await expect(
    page.getByRole("heading", { name: new RegExp(`${figures.length}件を提出しました`) }),
  ).toBeVisible();
}

/** Accepts everything that waits of a year, in the lead's table; `not` is left as it is. */
export async function acceptAll(
  page: Page,
  lead: string,
  fy: string,
  count: number,
): Promise<void> {
  await page.goto(paths.reviewTable(lead));
  const rows = page
    .getByRole("row")
    .filter({ hasText: fy })
    .filter({ has: page.getByRole("checkbox") });
  await expect(rows).toHaveCount(count);
  for (const row of await rows.all()) await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: "選択した報告を受理する" }).click();
  await expectDone(page, `${count}件を受理しました`);
}
