/**
 * Takes the pictures of the guides (public/guides) from a portal with the demo in it: what a person sees
 * of a step, small enough for a slow line. app/i18n/guides names them; `npm run screenshots` runs it.
 */
import { mkdirSync, writeFileSync } from "node:fs";

const FOLDER = "public/guides";
/** app/i18n/guides says the same. */
const SIZE = { width: 1120, height: 600 };
const FY = 2023;

/** `open` answers a page on which somebody of the demo is signed in. */
export async function takeGuidePictures(open) {
  mkdirSync(FOLDER, { recursive: true });
  const page = async (email) => {
    const opened = await open(email);
    await opened.setViewportSize(SIZE);
    return opened;
  };
  const saga = await page("editor@saga.example.jp");
  await reporting(saga);
  const lead = await page("approver@fukuoka.example.jp");
  await reviewing(lead);
  const council = await page("editor@council.example.jp");
  await rounds(council);
  await meeting(council);
  await approving(
    await page("editor@nagasaki.example.jp"),
    await page("approver@nagasaki.example.jp"),
  );
}

async function reporting(page) {
  const report = "/workspaces/saga/plans/jewels/reports";
  const grid = "/workspaces/saga/plans/jewels/rounds/1";
  await page.goto("/workspaces/saga");
  await shoot(page, "reporting-home", page.getByRole("heading", { name: /年度実績の照会$/ }));
  await page.goto(`${grid}/entry?rows=open`);
  await page.locator("form[data-ready]").waitFor();
  await page.locator('[id="value:SHG-4-1-a:0"]').fill("512");
  await page.locator('[id="note:SHG-4-1-a:0"]').fill("令和6年3月末現在の登録数。");
  await shoot(page, "reporting-grid", page.getByRole("table"));
  await page.goto(`${grid}/import`);
  await shoot(page, "reporting-form", page.getByRole("heading", { level: 2 }).first());
  await page.goto(`${report}/SHG-4-1-a/${FY}`);
  await page.getByLabel(/^実績値/).fill("512");
  await shoot(page, "reporting-submit", page.getByRole("button", { name: "幹事団体へ提出" }), 480);
  await page.goto(`${report}/SHG-2-3-a/${FY}`);
  await shoot(page, "reporting-returned", page.getByRole("list", { name: "報告の流れ" }));
}

async function reviewing(page) {
  await page.goto("/workspaces/fukuoka");
  await shoot(page, "reviewing-home", page.getByRole("heading", { level: 1 }), 64);
  await page.goto("/workspaces/fukuoka/review/table?ticked=all");
  await shoot(page, "reviewing-table", page.getByRole("link", { name: "すべて選択する" }));
  await page.getByText("差し戻す").first().click();
  await page
    .getByLabel(/^差戻しの理由/)
    .first()
    .fill("延べ人数をご確認ください。");
  await shoot(page, "reviewing-return", page.getByRole("link", { name: "すべて選択する" }));
  await page.goto("/plans/jewels/completeness");
  await shoot(page, "reviewing-board", page.getByRole("heading", { name: /ごとの回答$/ }));
}

async function rounds(page) {
  await page.goto("/plans/jewels/rounds/new");
  await shoot(page, "rounds-prepare", page.getByRole("heading", { level: 1 }), 64);
  await page.goto("/plans/jewels/rounds/1");
  await shoot(page, "rounds-open", page.getByRole("heading", { level: 1 }), 64);
  await shoot(page, "rounds-standing", page.getByRole("heading", { name: "照会先と回答" }));
  await page.getByText("照会を締め切る").first().click();
  await shoot(page, "rounds-close", page.getByRole("heading", { name: "手続" }));
  await page.goto("/plans/jewels/completeness");
  await shoot(page, "rounds-board", page.getByRole("heading", { level: 1 }), 64);
}

async function meeting(page) {
  await page.goto(`/plans/jewels?fy=${FY}`);
  await shoot(page, "meeting-region", page.getByRole("heading", { level: 1 }), 64);
  await page.goto(`/plans/jewels/indicators/JNZ-2-1-a/explanation?fy=${FY}`);
  await shoot(page, "meeting-explanation", page.getByRole("heading", { level: 2 }).first());
  await page.goto(`/plans/jewels/sheets/SHG?fy=${FY}`);
  await shoot(page, "meeting-sheet", page.getByRole("heading", { level: 1 }), 64);
  await page.goto(`/plans/jewels/sheets?fy=${FY}`);
  await shoot(page, "meeting-export", page.getByRole("heading", { level: 1 }), 64);
  await page.goto("/plans/jewels/versions/2");
  await shoot(page, "meeting-revision", page.getByRole("heading", { level: 1 }), 64);
}

/** 長崎県 comes to want decisions; the last ones, for it stays so. */
async function approving(editor, approver) {
  const settings = "/workspaces/nagasaki/approval/settings";
  await approver.goto(settings);
  await approver.locator("#requiresApproval").check();
  await shoot(approver, "approving-settings", approver.getByRole("heading", { level: 1 }), 64);
  await approver.getByRole("button", { name: "設定を保存する" }).click();
  await approver.getByText("設定を保存しました").waitFor();
  await editor.goto("/workspaces/nagasaki/plans/jewels/rounds/1/entry?rows=open");
  await editor.locator("form[data-ready]").waitFor();
  for (const [code, value] of [
    ["SHG-4-1-a", "498"],
    ["JNZ-6-2-a", "1120"],
  ]) {
    await editor.locator(`[id="value:${code}:0"]`).fill(value);
    await editor.locator(`[id="note:${code}:0"]`).fill("県の集計による確定値。");
  }
  const propose = editor.getByRole("button", { name: /^入力した分を起案する/ });
  await shoot(editor, "approving-propose", propose, 440);
  await propose.click();
  await editor.getByText(/件を起案しました/).waitFor();
  await approver.goto("/workspaces/nagasaki/approval?ticked=all");
  await shoot(approver, "approving-table", approver.getByRole("link", { name: "すべて選択する" }));
  await approver.getByText("差し戻す").first().click();
  await approver
    .getByLabel(/^差戻しの理由/)
    .first()
    .fill("出典を備考に書いてください。");
  await shoot(
    approver,
    "approving-send-back",
    approver.getByRole("link", { name: "すべて選択する" }),
  );
  await approver.goto(settings);
  await shoot(
    approver,
    "approving-deputy",
    approver.getByRole("heading", { name: "代決", exact: true }),
  );
}

/** What is in view when `top` stands `below` pixels under the upper edge. */
async function shoot(page, name, top, below = 24) {
  await page.mouse.move(0, 0);
  await top.first().evaluate((element, distance) => {
    document.activeElement?.blur();
    scrollTo(0, element.getBoundingClientRect().top + scrollY - distance);
  }, below);
  await page.waitForTimeout(200);
  const picture = (await page.screenshot()).toString("base64");
  const blank = await page.context().newPage();
  const webp = await blank.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.75 });
    return Array.from(new Uint8Array(await blob.arrayBuffer()));
  }, picture);
  await blank.close();
  writeFileSync(`${FOLDER}/${name}.webp`, Buffer.from(webp));
  console.log(`${FOLDER}/${name}.webp`);
}
