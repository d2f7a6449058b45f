import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectAccessible } from "./axe.ts";
import { expectCellsToHold, expectToFit } from "./layout.ts";
import { expectDone, openAs, post } from "./people.ts";

test.describe.configure({ timeout: 90_000 });

const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const title = (page: Page) => page.getByRole("textbox", { name: "名称" });
const result = (page: Page) => page.getByRole("group", { name: "試算の結果" });

/** A field by the row it stands in and its name: 「条件2」, 「境目」. */
const field = (page: Page, row: string, label: string) =>
  page.getByLabel(`${row}の${label}`, { exact: true });

async function nameMark(page: Page, row: number, symbol: string, label: string) {
  await field(page, `評価${row}`, "記号").fill(symbol);
  await field(page, `評価${row}`, "意味").fill(label);
}

async function compareTarget(page: Page, row: number, is: string) {
  await field(page, `条件${row}`, "何を見るか").selectOption("目標との比較");
  await page.locator(`[id="rules.${row - 1}.target.is"]`).selectOption(is);
}

async function compareBaseline(
  page: Page,
  row: number,
  measure: string,
  bound: string,
  is: string,
) {
  await field(page, `条件${row}`, "何を見るか").selectOption("基準値からの変化");
  await field(page, `条件${row}`, "単位").selectOption(measure);
  await field(page, `条件${row}`, "改善の幅（悪化は▲）").fill(bound);
  await page.locator(`[id="rules.${row - 1}.change.is"]`).selectOption(is);
}

/** Goes on to the page of confirmation and adopts. */
async function adopt(page: Page, reason: string) {
  await button(page, "変更の内容を確認する").click();
  await expect(heading(page, "評価基準の変更の確認")).toBeVisible();
  await page.getByLabel("変更の理由").fill(reason);
  await page.getByRole("button", { name: /として採用する$/ }).click();
}

/** How many carry each mark, as the plan's page says it. */
async function countsOf(page: Page, plan: string): Promise<string> {
  await page.goto(paths.plan(plan, 2023));
  const bar = page.getByRole("main").getByRole("img", { name: /KPIの評価：/ });
  return (await bar.first().getAttribute("aria-label")) ?? "";
}

test("the council's office builds a rubric of its own, sees what it changes, and puts the old one back", async ({
  browser,
}) => {
  const page = await openAs(browser, "editor@council.example.jp");
  const before = await countsOf(page, "jewels");
  expect(before).toContain("達成");
  await page.goto(paths.rubric("jewels"));
  await expectAccessible(page);
  await page.getByRole("link", { name: "評価基準を変更する" }).click();
  await expect(heading(page, "評価基準の変更")).toBeVisible();
  await expectAccessible(page);

  // S above the target, A above the baseline, B within ±10 ％ of it, C below.
  await nameMark(page, 1, "S", "目標を上回った");
  await nameMark(page, 2, "A", "基準値を上回った");
  await nameMark(page, 3, "B", "基準値とほぼ同じ");
  await button(page, "評価を追加").click();
  await expect(field(page, "評価5", "記号")).toBeFocused();
  await nameMark(page, 5, "C", "基準値を下回った");
  await field(page, "評価5", "色").selectOption("赤");
  await button(page, "評価5を上へ").click();
  await expect(field(page, "評価4", "記号")).toHaveValue("C");
  await expect(button(page, "評価4を上へ")).toBeFocused();
  await compareTarget(page, 1, "目標を上回る");
  await compareBaseline(page, 2, "指標の単位のまま", "０", "を超える");
  await expect(
    page.getByRole("listitem").filter({ hasText: "実績値が基準値より良いとき" }),
  ).toBeVisible();
  await compareBaseline(page, 3, "基準値に対する％", "１０％", "以内（増減とも）");
  await field(page, "条件5", "付ける評価").selectOption("C　基準値を下回った");
  await button(page, "条件を追加").click();
  await expect(field(page, "条件6", "何を見るか")).toBeFocused();
  await compareBaseline(page, 6, "指標の単位のまま", "0", "未満");
  await expect(result(page)).toContainText("条件6：付ける評価を選択してください");
  await field(page, "条件6", "付ける評価").selectOption("C　基準値を下回った");

  // Without pressing anything.
  await expect(result(page)).toContainText(/この基準では\s*\d+\s*件の評価が変わります/);
  await expect(result(page)).toContainText(/公表済みの版（2件）\s*の評価は変わりません/);
  await expect(field(page, "条件3", "改善の幅（悪化は▲）")).toHaveValue("１０％");
  await expectAccessible(page);

  await button(page, "変更の内容を確認する").click();
  await expect(heading(page, "評価基準の変更の確認")).toBeVisible();
  const words = page.getByRole("table", { name: "現行の基準と新しい基準" });
  await expect(words).toContainText("基準値からの増減が10％以内のとき　→　B");
  await expectAccessible(page);
  await page.getByRole("button", { name: /として採用する$/ }).click();
  await expect(page.getByLabel("変更の理由")).toHaveAccessibleDescription(/変更の理由を入力/);
  await page.getByLabel("変更の理由").fill("目標と基準値の両方と比べるため。");
  await page.getByRole("button", { name: /として採用する$/ }).click();
  await expectDone(page, "第2版を採用しました");
  await expectAccessible(page);
  await page.getByRole("link", { name: "計画の集計を見る" }).click();
  await expect(heading(page, "第２期九州創生アクションプラン")).toBeVisible();
  const changed = await countsOf(page, "jewels");
  expect(changed).toContain("目標を上回った");
  expect(changed).not.toContain("おおむね達成");

  await page.goto(paths.rubric("jewels"));
  await expect(page.getByText("目標と基準値の両方と比べるため。")).toBeVisible();
  await page.getByRole("link", { name: /^この版を元に変更する\s*（第1版）$/ }).click();
  await expect(page.getByText("元にした内容")).toBeVisible();
  await expect(result(page)).toContainText(/この基準では\s*\d+\s*件の評価が変わります/);
  await adopt(page, "元の基準に戻す。");
  await expectDone(page, "第3版を採用しました");
  expect(await countsOf(page, "jewels")).toBe(before);
  await page.context().close();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a city builds its rubric with nothing but a form, and two people do not overwrite each other", async ({
    browser,
  }) => {
    const slower = await openAs(browser, "editor@kurume.example.jp");
    const page = await openAs(browser, "approver@kurume.example.jp");
    for (const opened of [slower, page]) await opened.goto(paths.rubricEditor("kurume"));

    // ◎ above, ○ equal to, △ below the target, × without progress.
    await button(page, "評価を追加").click();
    await nameMark(page, 5, "◎", "目標を上回った");
    for (const row of [5, 4, 3, 2]) await button(page, `評価${row}を上へ`).click();
    await expect(field(page, "評価1", "記号")).toHaveValue("◎");
    await expect(field(page, "評価2", "記号")).toHaveValue("○");
    await field(page, "評価1", "色").selectOption("青");
    await compareTarget(page, 2, "目標を上回る");
    await field(page, "条件2", "付ける評価").selectOption("◎　目標を上回った");
    await compareTarget(page, 3, "目標と等しい");
    await field(page, "条件3", "付ける評価").selectOption("○　達成できた（100％以上）");
    await compareBaseline(page, 4, "指標の単位のまま", "ゼロ", "以下");
    await button(page, "条件を追加").click();
    await compareTarget(page, 5, "目標を下回る");
    await field(page, "条件5", "付ける評価").selectOption("△　概ね達成できた（70－100％未満）");
    await field(page, "条件5", "付ける評価").press("Tab");

    // What cannot be read is said at its field, and kept.
    await title(page).fill("久留米市 新しい基準");
    await title(page).press("Enter");
    const bound = field(page, "条件4", "改善の幅（悪化は▲）");
    await expect(bound).toHaveValue("ゼロ");
    await expect(bound).toHaveAccessibleDescription(/数値として読み取れません/);
    await expect(page.getByRole("alert").first()).toContainText("条件4：");
    await expect(title(page)).toHaveValue("久留米市 新しい基準");
    await bound.fill("０");
    await page.getByLabel("件数を見る年度").selectOption("2016");
    await button(page, "再計算").last().click();
    const change = result(page)
      .getByRole("listitem")
      .filter({ hasText: "住み続けたいと思う市民の割合" });
    // 76.4 is less than 77 and more than 75.4; by the rate it was ×.
    await expect(change.first()).toContainText(/達成できなかった.*概ね達成できた/s);

    await button(page, "変更の内容を確認する").click();
    await button(page, "編集に戻る").click();
    await expect(bound).toHaveValue("０");
    await adopt(page, "目標との比較に改めるため。");
    await expectDone(page, "第2版を採用しました");

    await title(slower).fill("遅れた人の基準");
    await adopt(slower, "名称の変更。");
    await expect(slower.getByRole("status")).toContainText("先に第2版を採用したため");
    await expect(slower.getByRole("status")).toContainText("目標との比較に改めるため。");
    const words = slower.getByRole("table", { name: "現行の基準と新しい基準" });
    await expect(words).toContainText("久留米市 新しい基準");
    await expect(words).toContainText("遅れた人の基準");
    await expect(slower.getByLabel("変更の理由")).toHaveValue("名称の変更。");
    await slower.getByLabel("変更の理由").fill("確かめたうえで、元の条件に戻す。");
    await slower.getByRole("button", { name: "第3版として採用する" }).click();
    await expectDone(slower, "第3版を採用しました");
    for (const opened of [slower, page]) await opened.context().close();
  });
});

test("everybody reads, and only the plan's own people change", async ({ browser, page }) => {
  await page.goto(paths.rubric("kitakyushu"));
  await expect(heading(page, "評価基準")).toBeVisible();
  await expect(page.getByText("達成率が120％以上のとき")).toBeVisible();
  await expect(page.getByRole("link", { name: "評価基準を変更する" })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto(paths.rubricEditor("kitakyushu"));
  await expect(page).toHaveURL(/\/sign-in\?to=/);

  const saga = await openAs(browser, "approver@saga.example.jp");
  await saga.goto(paths.rubric("kitakyushu"));
  await expect(saga.getByText("変更できるのは、この計画を所管する団体")).toBeVisible();
  expect((await saga.goto(paths.rubricEditor("kitakyushu")))?.status()).toBe(403);
  await expect(heading(saga, "このページを見る権限がありません")).toBeVisible();
  for (const intent of ["preview", "adopt", "add:rules"])
    expect(
      await post(saga, paths.rubricEditor("kitakyushu"), { intent, fy: "2016", baseVersion: "1" }),
    ).toBe(403);
  await saga.context().close();
});

test("what was typed is not left behind without being asked, nor after a row was added", async ({
  browser,
}) => {
  const page = await openAs(browser, "approver@kitakyushu.example.jp");
  await page.goto(paths.rubricEditor("kitakyushu"));
  const questions: string[] = [];
  page.on("dialog", async (dialog) => {
    questions.push(dialog.type());
    await dialog.dismiss();
  });
  await title(page).fill("書きかけの基準");
  await button(page, "条件を追加").click();
  await expect(field(page, "条件9", "何を見るか")).toBeFocused();
  await page.getByRole("link", { name: "評価基準", exact: true }).click();
  await expect.poll(() => questions).toEqual(["beforeunload"]);
  await expect(title(page)).toHaveValue("書きかけの基準");
  await page.context().close();
});

test("the rubric and its editor fit a phone", async ({ browser }) => {
  const page = await openAs(browser, "editor@council.example.jp");
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [name, path] of [
    ["rubric", paths.rubric("kitakyushu")],
    ["rubric editor", paths.rubricEditor("jewels", { template: "comparison" })],
  ] as const) {
    await page.goto(path);
    await expectToFit(page, name);
    await expectCellsToHold(page, name);
    await expectAccessible(page);
  }
  await button(page, "変更の内容を確認する").click();
  await expect(heading(page, "評価基準の変更の確認")).toBeVisible();
  await expectToFit(page, "rubric confirmation");
  await expectCellsToHold(page, "rubric confirmation");
  await expectAccessible(page);
  await page.context().close();
});
