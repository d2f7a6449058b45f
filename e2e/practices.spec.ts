import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { demoPractices } from "#seeds/demo/practices.ts";
import { seedId } from "#seeds/seed-id.ts";
import { expectAccessible } from "./axe.ts";
import { expectCellsToHold, expectToFit } from "./layout.ts";
import { expectDone, openAs, post, signIn } from "./people.ts";

const kpi = "CKR-8-2-a";
const demo = (key: string) => paths.practice("jewels", seedId("practice", "jewels", key));
const report = (organisation: string, fy: number) => paths.report(organisation, "jewels", kpi, fy);
const proposed = (page: Page) =>
  page.getByRole("heading", { name: /^好事例ライブラリから算出した値/ });

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("佐賀県 shares a case, 長崎県 rolls it out, and both see it in the KPI that it feeds", async ({
    browser,
    page,
  }) => {
    const library = paths.practices("jewels");
    await page.goto(library);
    await expect(page).toHaveURL(/\/sign-in\?to=/);
    await signIn(page, "editor@saga.example.jp");
    await page.goto(paths.plan("jewels", 2026));
    await page.getByRole("link", { name: "好事例", exact: true }).click();
    await expect(page).toHaveURL(library);

    // What the demo brings along: one shared in R5, one of 熊本県's done in R5.
    await page.goto(report("saga", 2026));
    await expect(proposed(page)).toContainText("2件（共有1件・横展開1件）");

    // A draft with gaps, which nobody else sees.
    await page.goto(library);
    await page.getByRole("link", { name: "佐賀県の事例を書く" }).click();
    await page.getByLabel(/^事例の名称/).fill("図書館で開くデジタル何でも相談");
    await page.getByRole("button", { name: "下書き保存" }).click();
    await expectDone(page, "保存しました");
    const practice = new URL(page.url()).pathname;
    const nagasaki = await openAs(browser, "editor@nagasaki.example.jp");
    expect((await nagasaki.goto(practice))?.status()).toBe(404);
    await nagasaki.goto(library);
    await expect(nagasaki.getByText("図書館で開く")).toHaveCount(0);

    // Shared only whole; what was typed and ticked stays.
    await page.getByRole("link", { name: "編集して共有する" }).click();
    await page.getByLabel(/^課題/).fill("相談できる場所が身近にない。");
    await page.getByText("地域活力づくりPT", { exact: true }).click();
    await page.getByLabel("CKR-8-2　デジタルデバイド解消プロジェクト").check();
    await page.getByLabel("KPI　デジタルデバイド対策に資する好事例の共有・横展開").check();
    await page.getByLabel("デジタル", { exact: true }).check();
    await page.getByRole("button", { name: "共有する" }).click();
    await expect(page.getByLabel(/^取組内容/)).toHaveAccessibleDescription(/入力してください/);
    await expect(page.getByLabel(/^課題/)).toHaveValue("相談できる場所が身近にない。");
    await expect(page.getByLabel("KPI　デジタルデバイド対策に資する")).toBeChecked();
    await page.getByLabel(/^取組内容/).fill("市町の図書館に月２回、相談員を置いた。");
    await page.getByLabel(/^効果/).fill("半年で延べ220人が相談した。");
    await page.getByLabel(/^問合せ先/).fill("佐賀県 デジタル推進担当課");
    await page.getByLabel(/^添付ファイル/).setInputFiles({
      name: "相談件数.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("月,件数\n4月,31\n"),
    });
    await page.getByRole("button", { name: "共有する" }).click();
    await expectDone(page, "共有しました");
    await expect(page.getByRole("link", { name: "相談件数.csv", exact: true })).toBeVisible();
    await page.goto(report("saga", 2026));
    await expect(proposed(page)).toContainText("3件（共有2件・横展開1件）");

    // From the KPI to the case, and from there to one's own roll-out.
    await nagasaki.goto(paths.indicator("jewels", kpi, 2026));
    await nagasaki.getByRole("link", { name: "この指標に関わる好事例" }).click();
    await nagasaki.getByRole("link", { name: "図書館で開くデジタル何でも相談" }).click();
    await expect(nagasaki.getByRole("row", { name: /^長崎県/ })).toContainText("未");
    await nagasaki.getByRole("link", { name: "自団体で取り組む" }).click();
    await nagasaki.getByLabel(/^実施済/).check();
    await nagasaki.getByRole("button", { name: "記録する" }).click();
    await expect(nagasaki.getByLabel("取組開始年度")).toHaveAccessibleDescription(/年度を選択/);
    await expect(nagasaki.getByLabel(/^実施済/)).toBeChecked();
    await nagasaki.getByLabel("取組開始年度").selectOption("2026");
    await nagasaki.getByLabel(/^効果/).fill("３市で延べ90人が相談した。");
    await nagasaki.getByRole("button", { name: "記録する" }).click();
    await expectDone(nagasaki, "記録しました");
    const row = nagasaki.getByRole("table").getByRole("row", { name: /^長崎県/ });
    await expect(row).toContainText("実施済");
    await expect(row).toContainText("３市で延べ90人が相談した。");

    // The figure is proposed, and a person takes it over.
    await nagasaki.goto(report("nagasaki", 2025));
    await expect(proposed(nagasaki)).toContainText("0件（共有0件・横展開0件）");
    await nagasaki.goto(report("nagasaki", 2026));
    await expect(proposed(nagasaki)).toContainText("1件（共有0件・横展開1件）");
    await expect(nagasaki.getByLabel(/^実績値/)).toHaveValue("");
    await nagasaki.getByRole("link", { name: "この値を入力欄に入れる" }).click();
    await expect(nagasaki.getByLabel(/^実績値/)).toHaveValue("1");
    await nagasaki.getByRole("button", { name: "下書き保存" }).click();
    await expectDone(nagasaki, "下書きを保存しました");
    await expect(nagasaki.getByLabel(/^実績値/)).toHaveValue("1");
    await page.goto(report("saga", 2026));
    await expect(proposed(page)).toContainText("3件（共有2件・横展開1件）");

    // What is not one's own: neither edited nor rolled out in another's name.
    const fields = {
      ...{ intent: "withdraw", reason: "x", baseVersion: "2" },
      requestKey: crypto.randomUUID(),
    };
    expect((await nagasaki.goto(`${practice}/edit`))?.status()).toBe(403);
    expect(await post(nagasaki, `${practice}/edit`, fields)).toBe(403);
    const own = { state: "planned", baseVersion: "0", requestKey: crypto.randomUUID() };
    expect(await post(page, `${practice}/rollout?by=saga`, own)).toBe(403);
    expect(await post(page, `${practice}/rollout?by=oita`, own)).toBe(403);

    // Taken back, it is gone for others and counts no more.
    await page.goto(`${practice}/edit`);
    await page.getByText("この事例を取り下げる").click();
    await page.getByRole("button", { name: "取り下げる", exact: true }).click();
    await expect(page.getByLabel(/^取下げの理由/)).toHaveAccessibleDescription(/理由を/);
    await page.getByLabel(/^取下げの理由/).fill("件数に誤りがあった。");
    await page.getByRole("button", { name: "取り下げる", exact: true }).click();
    await expectDone(page, "取り下げました");
    expect((await nagasaki.goto(practice))?.status()).toBe(404);
    await nagasaki.goto(report("nagasaki", 2026));
    await expect(proposed(nagasaki)).toContainText("0件（共有0件・横展開0件）");
    await nagasaki.context().close();
  });

  test("a colleague is faster: both contents are there, and the typed one can be sent again", async ({
    browser,
    page,
  }) => {
    await signIn(page, "editor@okinawa.example.jp");
    const colleague = await openAs(browser, "approver@okinawa.example.jp");
    const edit = `${demo("island-desk")}/edit`;
    await page.goto(edit);
    await colleague.goto(edit);
    await colleague.getByLabel(/^効果/).fill("決裁担当が先に直した。");
    await colleague.getByRole("button", { name: "訂正を保存する" }).click();
    await expectDone(colleague, "保存しました");
    await page.getByLabel(/^効果/).fill("起案担当が直した。");
    await page.getByRole("button", { name: "訂正を保存する" }).click();
    const conflict = page.getByRole("status");
    await expect(conflict).toContainText("ほかの人が先に記録したため");
    await expect(conflict.getByRole("row", { name: /^効果/ })).toContainText(
      "起案担当が直した。決裁担当が先に直した。",
    );
    await page.getByRole("button", { name: "訂正を保存する" }).click();
    await expectDone(page, "保存しました");
    await expect(page.getByRole("list", { name: "履歴" })).toContainText("決裁担当が先に直した。");
    await colleague.context().close();
  });
});

test("the library is filtered by what stands in its address", async ({ page }) => {
  await signIn(page, "viewer@council.example.jp");
  await page.goto(paths.practices("jewels", { kpi, theme: "digital", by: "kumamoto" }));
  const shown = demoPractices.filter(({ key }) => key === "mobile-class");
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows).toHaveCount(1 + shown.length);
  await expect(rows.nth(1)).toContainText(shown[0]?.title ?? "");
  await expect(rows.nth(1)).toContainText("デモ");
  await page.getByLabel("団体").selectOption("");
  await page.getByLabel("横展開の状況").selectOption("dropped");
  await page.getByRole("button", { name: "表示" }).click();
  await expect(page).toHaveURL(/rollout=dropped/);
  await expect(rows.nth(1)).toContainText("商業施設に出向く出張スマホ相談会");
  await page.goto(paths.practices("jewels", { theme: "gx", kpi }));
  await expect(page.getByText("条件に合う好事例はありません")).toBeVisible();
  await page.getByRole("link", { name: "絞り込みを解除" }).click();
  await expect(page.getByRole("link", { name: "子育て期の女性を対象とした" })).toBeVisible();
  // Who only reads is offered nothing to write.
  await expect(page.getByRole("link", { name: /事例を書く$/ })).toHaveCount(0);
});

test("the pages are accessible, fit a phone and print on A4", async ({ page }) => {
  test.slow();
  await signIn(page, "editor@saga.example.jp");
  const practice = seedId("practice", "jewels", "mobile-class");
  const pages = {
    library: paths.practices("jewels"),
    "empty library": paths.practices("jewels", { theme: "gx", kpi }),
    case: demo("mobile-class"),
    "own case": demo("shop-consultation"),
    "new case": paths.newPractice("jewels", "saga"),
    "case to correct": paths.practiceEditor(
      "jewels",
      seedId("practice", "jewels", "women-digital"),
    ),
    "roll-out": paths.rollout("jewels", practice, "saga"),
    "proposed figure": report("saga", 2025),
  };
  for (const [name, path] of Object.entries(pages)) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    await expectAccessible(page);
    await expectCellsToHold(page, name);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectToFit(page, name);
    await expectCellsToHold(page, name);
    await expectAccessible(page, { again: true });
  }
  await page.emulateMedia({ media: "print" });
  for (const path of [pages.library, pages.case])
    for (const width of [794, 696]) {
      await page.setViewportSize({ width, height: 1123 });
      await page.goto(path);
      await expectToFit(page, "print");
      await expectCellsToHold(page, "print");
    }
});
