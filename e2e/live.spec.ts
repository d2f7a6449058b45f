import { expect, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectAccessible } from "./axe.ts";
import { expectDone, openAs } from "./people.ts";

/** A correction of a year that no other journey looks at. */
const indicator = "SHG-4-1-a";
const fy = 2021;

test("an acceptance shows on an open page by itself, and the page of the moment before stays", async ({
  browser,
}) => {
  const viewer = await openAs(browser, "viewer@council.example.jp");
  await viewer.goto(paths.indicator("jewels", indicator, fy));
  const state = viewer.locator("[data-live-state]");
  await expect(state).toHaveText("自動更新中");
  await expectAccessible(viewer);
  const own = viewer.getByRole("row", { name: /沖縄県/ });
  await expect(own).not.toContainText("8,765");
  // What is unfolded stays so.
  const folded = viewer.locator("main details").first();
  await folded.locator("summary").click();

  const editor = await openAs(browser, "editor@okinawa.example.jp");
  await editor.goto(paths.report("okinawa", "jewels", indicator, fy));
  await editor.getByLabel(/^実績値/).fill("8765");
  await editor.getByLabel("備考").fill("追加の報告による訂正。");
  await editor.getByRole("button", { name: "幹事団体へ提出" }).click();
  await expectDone(editor, "提出しました");
  await expect(own).not.toContainText("8,765");

  const before = new Date().toISOString();
  const lead = await openAs(browser, "approver@fukuoka.example.jp");
  await lead.goto(paths.reviewTable("fukuoka"));
  const row = lead.getByRole("row", { name: /沖縄県/ }).filter({ hasText: "8,765" });
  await row.getByRole("checkbox").check();
  await lead
    .getByRole("button", { name: /受理する/ })
    .first()
    .click();
  await expect(own).toContainText("8,765");
  await expect(state).toHaveText(/に更新しました$/);
  await expect(viewer.locator("[data-fresh]").first()).toBeVisible();
  await expect(folded).toHaveAttribute("open", "");

  await viewer.getByRole("button", { name: "自動更新を停止" }).click();
  await expect(state).toHaveText("自動更新は停止しています");

  const now = await viewer.locator("main").innerText();
  await viewer.goto(`${paths.indicator("jewels", indicator, fy)}&asOf=${before}`);
  await expect(viewer.getByText(/時点の集計を表示しています/)).toBeVisible();
  await expect(own).toBeVisible();
  await expect(viewer.locator("main")).not.toContainText("8,765");
  expect(now).toContain("8,765");
});
