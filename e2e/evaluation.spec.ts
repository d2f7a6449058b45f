import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectAccessible } from "./axe.ts";
import { expectDone, openAs, post, signIn } from "./people.ts";

/** How people ask the portal why: the council, a citizen, those who judge, and those who may not. */
test.describe.configure({ timeout: 60_000 });

const plan = "jewels";

const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true });

/** A step of an explanation: 「実績値」, 「達成率」. */
const step = (page: Page, title: string) =>
  page
    .getByRole("region", { name: "算出の手順" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: new RegExp(`^\\d?\\s*${title}$`) }) });

const contributions = (page: Page) => page.getByRole("table", { name: /の団体別の報告値$/ });

/** The row of an organisation, or of a term and what is said about it. */
const row = (page: Page, name: string) =>
  contributions(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name }) });

const term = (page: Page, name: string) =>
  page
    .getByRole("region", { name: "人による判断" })
    .locator("dl > div")
    .filter({ has: page.getByText(name, { exact: true }) });

/** 「達成30、…」 of the first bar of a page, as it is read out. */
const counts = async (page: Page) =>
  (await page
    .getByRole("main")
    .getByRole("img", { name: /KPIの評価：全/ })
    .first()
    .getAttribute("aria-label")) ?? "";

/** How many carry a mark, in a bar that is read out; none is not said. */
const countOf = (bar: string, label: string) =>
  Number(new RegExp(`[、 ]${label}(\\d+)`).exec(bar)?.[1] ?? 0);

/** The numbers of a text, thousands separators taken out. */
const numbersIn = (text: string) =>
  [...text.matchAll(/\d[\d,]*/g)].map(([digits]) => Number(digits.replaceAll(",", "")));

/** What the organisations of the table reported, in 社, 企業 or 事業所. */
async function reported(page: Page): Promise<number[]> {
  const rows = await contributions(page).getByRole("row").allInnerTexts();
  return rows.flatMap((text) => numbersIn(/([\d,]+)\s*(?:社|企業|事業所)/.exec(text)?.[1] ?? ""));
}

test.describe("the council", () => {
  test("goes down to a KPI with a gap, and reads what is missing and why there is no mark", async ({
    page,
  }) => {
    await signIn(page, "viewer@council.example.jp");
    await page.goto(paths.plan(plan, 2022));
    const main = page.getByRole("main");
    await main.getByRole("link", { name: "人材活躍PT" }).first().click();
    await main.getByRole("link", { name: "集計の内訳" }).click();
    await expect(page).toHaveTitle(/^人材活躍PTの集計の内訳/);
    await expect(page.getByRole("region", { name: "評価の付いていないもの" })).toContainText(
      "外国人労働者雇用事業所数判定保留",
    );
    await expectAccessible(page);
    const trail = page.getByRole("navigation", { name: "パンくずリスト" });
    await trail.getByRole("link", { name: "人材活躍PT" }).click();
    await main.getByRole("link", { name: "外国人労働者雇用事業所数" }).first().click();
    await expect(heading(page, "外国人労働者雇用事業所数")).toBeVisible();
    const why = page.getByRole("link", { name: "この値と評価の算出根拠" });
    await why.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveTitle(/外国人労働者雇用事業所数の算出根拠/);
    await expect(step(page, "実績値")).toContainText("9団体のうち8団体分の部分集計");
    const given = await reported(page);
    expect(given).toHaveLength(8);
    const formula = await step(page, "実績値").locator("p").last().innerText();
    const sum = given.reduce((total, part) => total + part, 0);
    expect(numbersIn(formula)).toEqual([...given, sum]);
    await expect(row(page, "佐賀県")).toContainText("未報告");
    await expect(page.getByRole("region", { name: "不足・除外した値" })).toContainText(
      "佐賀県　未報告",
    );
    await expect(step(page, "評価")).toContainText("全団体の報告がそろうまで保留します");
    await expectAccessible(page);
  });

  test("reads a complete KPI: every number of the formula, who accepted it and when", async ({
    page,
  }) => {
    await signIn(page, "viewer@council.example.jp");
    await page.goto(paths.explanation(plan, "JNZ-2-1-a", 2023));
    const given = await reported(page);
    expect(given).toHaveLength(9);
    const sum = given.reduce((total, part) => total + part, 0);
    const formula = await step(page, "実績値").locator("p").last().innerText();
    // In the order of the table, so that one can tick them off.
    expect(numbersIn(formula)).toEqual([...given, sum]);
    const target =
      numbersIn(await step(page, "年度目標").locator("p").last().innerText()).at(-1) ?? 0;
    expect(target).toBe(30_200);
    const rate = (Math.round((sum / target) * 1000) / 10).toString();
    await expect(step(page, "達成率")).toContainText(
      `実績 ${sum.toLocaleString("en")} ÷ 年度目標 30,200 ＝ ${rate}％`,
    );
    await expect(step(page, "評価")).toContainText("最初に当てはまる条件：");
    await expect(row(page, "福岡県")).toContainText(/2026年\d+月\d+日 \d+:\d+/);
    await expect(row(page, "福岡県")).toContainText("決裁担当");
    await expect(page.getByText("報告すべき団体はすべて報告しており")).toBeVisible();
    await expectAccessible(page);

    await row(page, "福岡県").getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("福岡県の令和5");
  });

  test("finds everybody by name where a figure is computed from others'", async ({ page }) => {
    await signIn(page, "viewer@council.example.jp");
    await page.goto(paths.explanation(plan, "SGT-o2", 2024));
    const missing = page.getByRole("region", { name: "不足・除外した値" }).getByRole("listitem");
    await expect(missing.filter({ hasText: /[a-z]/ })).toHaveCount(0);
    await expect(missing.filter({ hasText: "長崎県" })).toHaveCount(1);
    await expect(page.getByText("／27件")).toBeVisible();
    await page.getByRole("link", { name: /^スマート農業技術の導入件数（R6）/ }).click();
    await expect(page.getByText("／9団体")).toBeVisible();
  });
});

test.describe("a citizen", () => {
  test("reads 久留米市's published figure with its formula, and nothing made up", async ({
    page,
  }) => {
    await page.goto(paths.front);
    await page
      .getByRole("main")
      .getByRole("link", { name: /^久留米市/ })
      .click();
    await expect(page.getByText("公表された実績（H28　第1版）")).toBeVisible();
    await expectAccessible(page);
    const target = page.getByRole("row").filter({ hasText: "大都市圏への転出超過数" });
    await expect(target).toContainText(/467\s*人／年/);
    await expect(target).toContainText("達成できた（100％以上）");
    await target.getByRole("link").click();
    await expect(page.getByText("H28実績", { exact: true }).first()).toBeVisible();
    await expectNothingLive(page);
    await page.getByRole("link", { name: "この値と評価の算出根拠" }).click();
    await expect(step(page, "実績値")).toContainText(
      "（H27 547 ＋ H28 386）÷ 2 ＝ 466.5人／年（表示 467人／年）",
    );
    await expect(step(page, "達成率")).toContainText("年度目標 550 ÷ 実績 466.5 ＝ 117.9％");
    await expect(step(page, "評価")).toContainText("達成率が100％以上のとき");
    await expect(step(page, "端数の扱い")).toContainText("466.5 → 表示 467人／年");
    await expect(term(page, "達成見込み")).toContainText("目標を達成できる見込み");
    await expectNothingLive(page);
    await expectAccessible(page);

    await page.getByRole("link", { name: /（単年）（H27）の算出根拠$/ }).click();
    await expect(row(page, "久留米市")).toContainText("547人／年");
    await expect(row(page, "久留米市")).toContainText("公表資料から登録");
    await expect(row(page, "久留米市").getByRole("link")).toHaveCount(0);
  });

  test("reads what 北九州市 counts, and a published C beside the computed B", async ({ page }) => {
    await page.goto(paths.front);
    await page
      .getByRole("main")
      .getByRole("link", { name: /^北九州市/ })
      .click();
    await page.getByRole("heading", { name: "基本目標Ⅰ" }).getByRole("link").click();
    const words = ["120%以上26", "100～119%19", "70～99%11", "69%以下7"].join("、");
    expect(await counts(page)).toContain(`全63具体的施策中、${words}`);
    await expect(page.getByText("件数に含めないもの：数値目標対象外 4、調査中 1")).toBeVisible();
    await page.getByRole("link", { name: "集計の内訳" }).click();
    for (const [mark, number] of [
      ["120%以上", 26],
      ["100～119%", 19],
      ["70～99%", 11],
      ["69%以下", 7],
      ["数値目標対象外", 4],
      ["調査中", 1],
    ] as const) {
      const section = page.getByRole("region", { name: mark, exact: true });
      await expect(section).toContainText(`${number}件`);
      await expect(section.getByRole("listitem")).toHaveCount(number);
    }
    const reposts = page.getByRole("region", { name: "ここでは数えないもの（再掲）" });
    await expect(reposts.getByRole("listitem")).toHaveCount(4);
    await expectNothingLive(page);

    const measure = page.getByRole("listitem").filter({ hasText: "M003" });
    await expect(measure).toContainText(/上書き（算出：\s*B?\s*100～119%）/);
    await measure.getByRole("link").click();
    await expect(heading(page, "地方創生インターンシップ事業")).toBeVisible();
    await expect(term(page, "算出された評価")).toContainText("100～119%");
    await expect(term(page, "設定された評価")).toContainText("70～99%");
    await expect(term(page, "その理由")).toContainText("公表値");
    await expectAccessible(page);
    await page.getByRole("link", { name: /インターンシップ参加者数$/ }).click();
    await expect(step(page, "達成率")).toContainText("実績 223 ÷ 年度目標 214.2 ＝ 104.1％");
    await expectNothingLive(page);
  });

  test("is told where a year has not been published, on every kind of page", async ({ page }) => {
    for (const path of [
      paths.plan("kurume", 2018),
      paths.node("kitakyushu", { kind: "goal", code: "G1" }, 2017),
      paths.count("kitakyushu", { kind: "goal", code: "G1" }, 2017),
      paths.indicator("kurume", "T3", 2018),
      paths.explanation("kurume", "T3", 2018),
      paths.plan("mine"),
    ]) {
      await page.goto(path);
      await expect(page.getByText("実績値はまだ公表されていません"), path).toBeVisible();
      await expect(page.getByRole("region", { name: "算出の手順" })).toHaveCount(0);
      await expectNothingLive(page);
    }
  });

  test("meets nothing made up and nothing for members only on any page of a city", async ({
    page,
  }) => {
    for (const city of ["kurume", "kitakyushu", "mine"]) {
      await page.goto(paths.plan(city));
      for (const link of ["評価調書", "評価基準", "計画点検"]) {
        await page.getByRole("link", { name: link, exact: true }).click();
        await expect(heading(page, link).or(page.getByRole("heading", { level: 1 }))).toContainText(
          link,
        );
        await expectNothingLive(page);
        await page.goto(paths.plan(city));
      }
      await expectNothingLive(page);
    }
  });

  test("reads a strategy of 美祢市: its schedule, and the six measures that belong to it", async ({
    page,
  }) => {
    await page.goto(paths.plan("mine"));
    await page.getByRole("link", { name: /共生への意識醸成を進め、新たな雇用をつくる$/ }).click();
    await expect(page).toHaveURL(new RegExp(paths.node("mine", { kind: "strategy", code: "S2" })));
    const schedule = page.getByRole("table", { name: /のスケジュール$/ });
    await expect(schedule).toContainText("支援組織の立ち上げ");
    await expect(schedule).toContainText("（H27からR1まで）");
    const measures = page.getByRole("region", { name: "関連する施策（6）" }).getByRole("listitem");
    await expect(measures).toHaveText([/^1-1-1/, /^1-1-3/, /^1-3-2/, /^2-2-2/, /^2-3-1/, /^2-3-2/]);
    await expectAccessible(page);
    await measures.first().getByRole("link").click();
    await page.getByRole("link", { name: /共生への意識醸成を進め、新たな雇用をつくる$/ }).click();
    await expect(heading(page, "共生への意識醸成を進め、新たな雇用をつくる")).toBeVisible();
  });
});

test.describe("those who judge, without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the lead's approver sets another mark, a stale tab is told, and taking back restores", async ({
    browser,
    page,
  }) => {
    const kpi = paths.indicator(plan, "JSD-1-1-a", 2022);
    const form = paths.assessment(plan, "indicator", "JSD-1-1-a", 2022);
    const reason = page.getByLabel("評価を設定する理由");
    const save = page.getByRole("button", { name: "評価を設定する" });
    await signIn(page, "approver@saga.example.jp");
    await page.goto(paths.plan(plan, 2022));
    const before = await counts(page);

    await page.goto(kpi);
    await page.getByRole("link", { name: "評価の上書きと達成見込み" }).click();
    const slower = await page.context().newPage();
    await slower.goto(form);
    await mark(page, "達成").check();
    await save.click();
    await expect(reason).toHaveAccessibleDescription(/理由を入力してください/);
    await expect(page.getByRole("alert").first()).toContainText("入力内容を確認してください");
    await expect(mark(page, "達成")).toBeChecked();
    await page.goto(form);
    await reason.fill("まだ選んでいない。");
    await save.click();
    await expect(page.getByRole("group", { name: "設定する評価" })).toHaveAccessibleDescription(
      /設定する評価を選択してください/,
    );
    await expect(reason).toHaveValue("まだ選んでいない。");

    await mark(page, "達成").check();
    await reason.fill("年度末に集中して登録されるため。");
    await save.click();
    await expectDone(page, "記録しました");
    await expect(page.getByRole("row").filter({ hasText: "年度末に集中して" })).toContainText(
      "佐賀県",
    );

    await slower.getByLabel("評価を設定する理由").fill("別の担当者の理由。");
    await mark(slower, "未達").check();
    await slower.getByRole("button", { name: "評価を設定する" }).click();
    const conflict = slower.getByRole("status");
    await expect(conflict).toContainText("ほかの人が先に記録したため、保存していません");
    await expect(conflict).toContainText("達成");
    await expect(conflict).toContainText("年度末に集中して登録されるため。");
    await expect(mark(slower, "未達")).toBeChecked();
    await expect(slower.getByLabel("評価を設定する理由")).toHaveValue("別の担当者の理由。");

    await page.goto(kpi);
    await expect(term(page, "算出された評価")).toContainText("おおむね達成");
    await expect(term(page, "設定された評価")).toHaveText(/設定された評価\s*達成$/);
    await expect(term(page, "その理由")).toContainText("年度末に集中して登録されるため。");
    await page.goto(paths.plan(plan, 2022));
    const during = await counts(page);
    expect(countOf(during, "達成")).toBe(countOf(before, "達成") + 1);
    expect(countOf(during, "おおむね達成")).toBe(countOf(before, "おおむね達成") - 1);
    const council = await openAs(browser, "viewer@council.example.jp");
    await council.goto(paths.node(plan, { kind: "project", code: "JSD-1-1" }, 2022));
    await expect(council.getByRole("row", { name: /^出会い結婚応援企業数/ })).toContainText(
      "上書き",
    );
    await council.context().close();

    await page.goto(form);
    await page.getByRole("radio", { name: "上書きを取り消し" }).check();
    await reason.fill("数値のとおりとする。");
    await save.click();
    await expectDone(page, "記録しました");
    await page.goto(paths.plan(plan, 2022));
    expect(await counts(page)).toBe(before);
    await page.goto(kpi);
    await expect(page.getByRole("region", { name: "人による判断" })).toHaveCount(0);
  });

  test("a project's mark stands beside the one its KPIs give", async ({ page }) => {
    const project = paths.node(plan, { kind: "project", code: "JSD-1-1" }, 2021);
    await signIn(page, "approver@saga.example.jp");
    await page.goto(project);
    await page.getByRole("link", { name: "プロジェクトの評価を設定する" }).click();
    await expect(heading(page, "評価の上書き")).toBeVisible();
    await mark(page, "未達").check();
    await page.getByLabel("評価を設定する理由").fill("参加者の偏りが大きいため。");
    await page.getByRole("button", { name: "評価を設定する" }).click();
    await expectDone(page, "記録しました");
    await page.goto(project);
    await expect(page.getByText("上書きの理由：参加者の偏りが大きいため。")).toBeVisible();
    await page.getByRole("link", { name: "評価の内訳" }).click();
    await expect(term(page, "設定された評価")).toContainText("未達");
    await expect(term(page, "算出された評価")).not.toContainText("未達");
  });

  test("久留米市 sees the proposed outlook and why, and records another one by keyboard", async ({
    page,
  }) => {
    await signIn(page, "approver@kurume.example.jp");
    await page.goto(paths.indicator("kurume", "T3", 2016));
    await page.getByRole("link", { name: "評価の上書きと達成見込み" }).click();
    const outlook = page.getByRole("region", { name: "達成見込み" });
    await expect(outlook).toContainText(/提案：\s*A?\s*目標を達成できる見込み/);
    await expect(outlook).toContainText("2時点の値から見た改善のペース");
    await outlook.getByRole("radio", { name: "目標を達成できる見込み" }).focus();
    await page.keyboard.press("ArrowDown");
    await expect(outlook.getByRole("radio", { name: "目標達成には努力を要する" })).toBeChecked();
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("見込みの理由")).toBeFocused();
    await page.keyboard.type("転入の増加が一時的なおそれがある。");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expectDone(page, "記録しました");
    await page.goto(paths.explanation("kurume", "T3", 2016));
    await expect(term(page, "達成見込み")).toContainText("目標達成には努力を要する");
    await expect(term(page, "見込みの理由")).toContainText("転入の増加が一時的なおそれがある。");
  });
});

test("what the forms answer is accessible: an error, a conflict, a history", async ({
  browser,
  page,
}) => {
  const form = paths.assessment("kitakyushu", "project", "M005", 2015);
  await signIn(page, "approver@kitakyushu.example.jp");
  const slower = await page.context().newPage();
  for (const tab of [page, slower]) {
    await tab.goto(form);
    await tab.getByRole("radio", { name: "100～119%" }).check();
  }
  const save = "評価を設定する";
  await page.getByRole("button", { name: save }).click();
  await expect(page.getByRole("alert").first()).toContainText("入力内容を確認してください");
  await expectAccessible(page);
  await page.getByRole("link", { name: /^理由を入力してください/ }).click();
  await expect(page.getByLabel("評価を設定する理由")).toBeFocused();
  await page.keyboard.type("市の内部評価に合わせる。");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expectDone(page, "記録しました");
  await expect(page.getByRole("table", { name: "判断の履歴" })).toContainText("北九州市");
  await expectAccessible(page);
  await slower.getByLabel("評価を設定する理由").fill("遅れた人の理由。");
  await slower.getByRole("button", { name: save }).click();
  await expect(slower.getByRole("status")).toContainText("保存していません");
  await expectAccessible(slower);
  // What the public reads stays as it was published.
  const citizen = await (await browser.newContext()).newPage();
  await citizen.goto(paths.node("kitakyushu", { kind: "project", code: "M005" }, 2015));
  await expect(citizen.getByText("公表された実績（H27　第1版）")).toBeVisible();
  await expect(citizen.getByText("市の内部評価に合わせる。")).toHaveCount(0);
  await citizen.context().close();
});

test.describe("those who may not judge", () => {
  const form = paths.assessment(plan, "indicator", "JSD-1-1-a", 2021);
  const given = { kind: "mark", value: "○", reason: "試し", baseVersion: "0" };

  test("another prefecture's editor reads and is refused, also by a direct POST", async ({
    page,
  }) => {
    await signIn(page, "editor@nagasaki.example.jp");
    await page.goto(form);
    await expect(page.getByText("閲覧のみできます")).toBeVisible();
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
    await expectAccessible(page);
    expect(await post(page, form, given)).toBe(403);
    expect(await post(page, form, { ...given, kind: "outlook", value: "A" })).toBe(403);
    await page.goto(form);
    await expect(page.getByRole("table", { name: "判断の履歴" })).toHaveCount(0);
  });

  test("the lead's editor may not either, nor a city the council's", async ({ browser }) => {
    for (const person of ["editor@saga.example.jp", "approver@kurume.example.jp"]) {
      const page = await openAs(browser, person);
      await page.goto(form);
      expect(await post(page, form, given), person).toBe(403);
      await page.context().close();
    }
  });

  test("who is not signed in is sent to sign in, keeps what was typed, and comes back", async ({
    page,
  }) => {
    await page.goto(form);
    await expect(page).toHaveURL(/\/sign-in\?to=/);
    const origin = new URL(page.url()).origin;
    const answer = await page.request.post(form, {
      form: given,
      headers: { origin },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(401);
    expect(await answer.text()).toContain(given.reason);
    await signIn(page, "viewer@council.example.jp");
    await page.goto(form);
    await expect(page.getByRole("table", { name: "判断の履歴" })).toHaveCount(0);
  });
});

const mark = (page: Page, label: string) =>
  page
    .getByRole("group", { name: "設定する評価" })
    .getByRole("radio", { name: new RegExp(`^(\\S )?${label}$`) });

/** No made-up figure, and no way to what only members see. */
async function expectNothingLive(page: Page) {
  const text = await page.locator("body").innerText();
  expect(text, page.url()).not.toContain("デモ");
  const live = page.locator('main a[href*="/assessment"], main a[href*="/observations/"]');
  await expect(live).toHaveCount(0);
}
