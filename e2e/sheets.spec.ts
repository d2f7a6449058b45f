import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectAccessible } from "./axe.ts";
import { expectCellsToHold, expectToFit } from "./layout.ts";
import { expectDone, openAs, signIn } from "./people.ts";

/** A4 at 96 dpi, and what the margins of the print style leave of it. */
const margins = Math.round(((13 + 13) / 25.4) * 96);
const papers = {
  portrait: { width: 794, box: /\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?\s*\]/ },
  landscape: { width: 1123, box: /\[\s*0 0 84[12](\.\d+)? 59[45](\.\d+)?\s*\]/ },
};

const sheets: {
  layout: string;
  person: string | null;
  path: string;
  paper: keyof typeof papers;
  shows: string[];
}[] = [
  {
    layout: "numeric targets",
    person: null,
    path: paths.sheet("kurume", "G2", 2016),
    paper: "portrait",
    shows: ["大都市圏への転出超過数", "467", "集計中", "施策の基本的方向別のKPI件数", "未記入"],
  },
  {
    layout: "measures",
    person: null,
    path: paths.sheet("kitakyushu", "G1", 2016),
    paper: "landscape",
    shows: ["評価別の件数", "若年者のマッチング数", "2,192", "91.3％", "再掲"],
  },
  {
    layout: "schedule",
    person: null,
    path: paths.sheet("mine", "G1", 2016),
    paper: "portrait",
    shows: ["戦略 1-1", "市内企業への協力要請と参入支援", "関連する重要戦略"],
  },
  {
    layout: "schedule of a strategy",
    person: null,
    path: paths.sheet("mine", "S2", 2016),
    paper: "portrait",
    shows: ["取組の工程", "関連する施策"],
  },
  {
    layout: "summary",
    person: "viewer@council.example.jp",
    path: paths.sheet("jewels", "SHG", 2023),
    paper: "landscape",
    shows: ["目指す成果", "KPIとロードマップ", "部分集計", "デモ", "福岡県知事"],
  },
  {
    layout: "summary as the public sees it",
    person: null,
    path: paths.sheet("jewels", "JNZ", 2023),
    paper: "landscape",
    shows: ["R5の実績は公表されていません", "KPIとロードマップ"],
  },
];

for (const { layout, person, path, paper, shows } of sheets) {
  test(`the ${layout} sheet reads on the screen, and prints on A4 with nothing cut off`, async ({
    page,
  }) => {
    if (person) await signIn(page, person);
    expect((await page.goto(path))?.status()).toBe(200);
    for (const words of shows)
      await expect(page.locator("main").getByText(words).first()).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectToFit(page, `${layout} on a phone`);
    await expectCellsToHold(page, `${layout} on a phone`);

    const { width, box } = papers[paper];
    const boxes = (await page.pdf({ preferCSSPageSize: true }))
      .toString("latin1")
      .match(/\/MediaBox\s*\[[^\]]*\]/g);
    expect(boxes?.length).toBeGreaterThan(0);
    for (const found of boxes ?? []) expect(found).toMatch(box);

    await page.emulateMedia({ media: "print" });
    for (const visible of [width, width - margins]) {
      await page.setViewportSize({ width: visible, height: 1123 });
      await expectToFit(page, layout);
      await expectCellsToHold(page, layout);
      expect(await cutAt(page, visible), `${layout} at ${visible}`).toEqual([]);
    }
    await expect(page.getByRole("navigation")).toHaveCount(0);
    await expect(page.getByRole("banner")).toHaveCount(0);
  });
}

/** What reaches over the right edge of the paper, also inside boxes that scroll on a screen. */
function cutAt(page: Page, width: number): Promise<string[]> {
  return page.evaluate(
    (limit) =>
      [...document.querySelectorAll("main *")]
        .filter((element) => element.getClientRects().length > 0)
        .filter((element) => !element.closest(".sr-only"))
        .filter((element) => element.getBoundingClientRect().right > limit + 1)
        .map((element) => `${element.tagName} ${element.textContent?.trim().slice(0, 30)}`),
    width,
  );
}

test("a plan's sheets are listed, with their files", async ({ page }) => {
  await page.goto(paths.sheets("mine", 2016));
  await expectAccessible(page);
  await expect(page.getByRole("link", { name: /の\s*PDF$/ })).toHaveCount(4 + 4);
  await page
    .getByRole("link", { name: "基本目標1　美祢市の資源を活用した「雇用をつくる」", exact: true })
    .click();
  await expect(page).toHaveURL(new RegExp(`${paths.sheet("mine", "G1").replaceAll("/", "\\/")}`));
  const workbook = page.waitForEvent("download");
  await page.getByRole("link", { name: "Excel" }).click();
  expect((await workbook).suggestedFilename()).toBe("評価調書_mine_G1_H28.xlsx");
  const pdf = await page.request.get(paths.sheetFile("mine", "G1", "pdf", 2016));
  expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a text is written by who may, kept with its history, and not overwritten", async ({
    browser,
    page,
  }) => {
    const place = paths.narrative("kurume", "G4", "evaluation", 2016);
    const sheet = paths.sheet("kurume", "G4", 2016);
    const field = page.getByLabel("評価のポイント", { exact: true });
    await signIn(page, "editor@kurume.example.jp");
    await page.goto(sheet);
    await page.getByRole("link", { name: "評価のポイントを編集" }).click();
    await expect(page).toHaveURL(new RegExp(place.replaceAll(/[/?]/g, "\\$&")));

    const other = await openAs(browser, "approver@kurume.example.jp");
    await other.goto(place);
    await field.fill("　住み続けたい市民の割合は、\n目標を下回った。");
    await page.getByRole("button", { name: "保存する" }).click();
    await expectDone(page, "保存しました");

    await other.getByLabel("評価のポイント", { exact: true }).fill("別の人の文章");
    await other.getByRole("button", { name: "保存する" }).click();
    await expect(other.getByText("ほかの人が先に保存したため、保存していません")).toBeVisible();
    await expect(other.getByText("住み続けたい市民の割合は、").first()).toBeVisible();
    await expect(other.getByLabel("評価のポイント", { exact: true })).toHaveValue("別の人の文章");
    await other.getByRole("button", { name: "保存する" }).click();
    await expectDone(other, "保存しました");
    await expect(other.getByRole("list", { name: "文章の履歴" }).getByRole("listitem")).toHaveCount(
      2,
    );
    await other.goto(sheet);
    await expect(other.getByText("別の人の文章")).toBeVisible();
    await other.context().close();

    // Not published yet.
    const reader = await (await browser.newContext()).newPage();
    await reader.goto(sheet);
    await expect(reader.getByText("別の人の文章")).toHaveCount(0);
    await expect(reader.getByRole("link", { name: /を編集$/ })).toHaveCount(0);
    await reader.context().close();
  });

  test("who may not write a text reads it, and is told who may", async ({ page }) => {
    await signIn(page, "editor@saga.example.jp");
    await page.goto(paths.narrative("kurume", "G3", "issues", 2016));
    await expect(page.getByRole("heading", { name: "閲覧のみできます" })).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await page.context().clearCookies();
    await page.goto(paths.narrative("kurume", "G3", "issues", 2016));
    await expect(page).toHaveURL(/\/sign-in\?to=/);
  });
});

test("the page where a text is written is accessible", async ({ page }) => {
  await signIn(page, "editor@kurume.example.jp");
  await page.goto(paths.narrative("kurume", "G5", "issues", 2016));
  await page.getByLabel("課題", { exact: true }).fill("観測値がない。");
  await page.getByRole("button", { name: "保存する" }).click();
  await page.getByLabel("課題", { exact: true }).fill("観測値が得られない。");
  await page.getByRole("button", { name: "保存する" }).click();
  await expectDone(page, "保存しました");
  await expect(page.locator("ins").first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectToFit(page, "narrative on a phone");
});
