import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectAccessible } from "./axe.ts";
import { expectDone, fillSignIn, openAs, post } from "./people.ts";

/**
 * The main job from end to end: 佐賀県 reports a KPI, the lead 福岡県 returns and accepts it, 九経連
 * reports what it owes, the council sees the region move, and 長崎県 is kept out.
 */
test.describe.configure({ mode: "serial", timeout: 60_000 });

const plan = "jewels";
const kpi = "SHG-4-1-a";
const kpiName = "働き方改革実践企業数";
const fy = 2023;
const draftNote = "県の宣言企業制度の登録数。";
const returnReason = "市町の登録分が重複していないか、ご確認をお願いします。";

const sagaReport = paths.report("saga", plan, kpi, fy);
const sagaObservation = paths.observation(plan, kpi, "saga", fy);
const kpiPage = paths.indicator(plan, kpi, fy);

let saga: Page;
let fukuoka: Page;
let fukuokaEditor: Page;
let kyukeiren: Page;
let council: Page;
let nagasaki: Page;

test.beforeAll(async ({ browser }) => {
  saga = await (await browser.newContext()).newPage();
  fukuoka = await openAs(browser, "approver@fukuoka.example.jp");
  fukuokaEditor = await openAs(browser, "editor@fukuoka.example.jp");
  kyukeiren = await openAs(browser, "editor@kyukeiren.example.jp");
  council = await openAs(browser, "viewer@council.example.jp");
  nagasaki = await openAs(browser, "editor@nagasaki.example.jp");
});
test.afterAll(async () => {
  for (const page of [saga, fukuoka, fukuokaEditor, kyukeiren, council, nagasaki])
    await page?.context().close();
});

test("the front page leads to sign-in, and an editor of 佐賀県 lands on the workspace", async () => {
  await saga.goto("/");
  await expect(saga.getByRole("heading", { level: 1 })).toContainText("広域連携ポータル");
  await expectAccessible(saga);

  await saga.getByRole("main").getByRole("link", { name: "ログイン" }).click();
  await expectAccessible(saga);
  await fillSignIn(saga, "editor@saga.example.jp");

  await expect(heading(saga, "佐賀県のワークスペース")).toBeVisible();
  await expect(saga).toHaveTitle(/佐賀県のワークスペース/);
  await expect(saga.getByText("回答期限")).toBeVisible();
  const due = saga.getByRole("table", { name: "これから報告する指標" });
  await expect(row(due, kpiName)).toContainText("未入力");
  const returned = saga.getByRole("table", { name: "差し戻された報告" });
  await expect(row(returned, "外国人延べ宿泊者数")).toContainText("差戻し理由：宿泊旅行統計調査");
  const pts = saga.getByRole("region", { name: "プロジェクトチーム（PT）" }).getByRole("listitem");
  await expect(pts).toHaveCount(6);
  await expect(pts.filter({ hasText: "幹事" })).toHaveText(/次世代育成PT/);
  await expectAccessible(saga);
});

test("the PT workspace shows the KPIs, and the report form refuses what it cannot read", async () => {
  await saga.getByRole("link", { name: "しごとづくりPT" }).click();
  await expect(heading(saga, "しごとづくりPT")).toBeVisible();
  const figures = row(saga.getByRole("table", { name: "働き方改革のKPI" }), kpiName);
  await expect(figures).toContainText("1,623社");
  await expect(figures).toContainText("6,400社");
  await expect(figures).toContainText("374社");
  await expect(figures).toContainText("未入力");
  await expectAccessible(saga);

  await figures.getByRole("link", { name: /^報告/ }).click();
  await expect(heading(saga, kpiName)).toBeVisible();
  await expect(saga).toHaveTitle(/働き方改革実践企業数の報告.*佐賀県/);
  await expectAccessible(saga);

  await figure(saga).fill("約五百十二社ほど");
  await saga.getByLabel("備考").fill(draftNote);
  await saga.getByRole("button", { name: "下書き保存" }).click();
  await expect(figure(saga)).toHaveAccessibleDescription(/数値として読み取れません/);
  await expect(figure(saga)).toHaveAttribute("aria-invalid", "true");
  await expect(figure(saga)).toHaveValue("約五百十二社ほど");
  await expect(saga.getByLabel("備考")).toHaveValue(draftNote);
  await expect(saga.getByRole("alert").first()).toBeFocused();
  await expectAccessible(saga);
});

test("a draft of 「５１２社」 is nobody else's business, neither the lead's nor the council's", async () => {
  await figure(saga).fill("５１２社");
  await saga.getByRole("button", { name: "下書き保存" }).click();
  await expectDone(saga, "下書きを保存しました");
  await expect(figure(saga)).toHaveValue("512");
  await expect(history(saga)).toHaveCount(1);
  await expectAccessible(saga);

  await fukuoka.goto(paths.review("fukuoka"));
  await expect(card(fukuoka, "佐賀県", kpiName)).toHaveCount(0);
  for (const outsider of [fukuoka, council, nagasaki]) {
    expect((await outsider.goto(sagaObservation))?.status()).toBe(404);
    await outsider.goto(kpiPage);
    await expect(contributions(outsider, "佐賀県")).toContainText("未報告");
    await expectRegionalSum(outsider);
  }
  await expectAccessible(council);
});

test("佐賀県 submits, and 福岡県 finds it in the review list", async () => {
  await saga.getByRole("button", { name: "幹事団体へ提出" }).click();
  await expectDone(saga, "提出しました");
  await expect(saga.getByRole("button", { name: "引き戻して修正する" })).toBeVisible();
  await expect(figure(saga)).toHaveCount(0);
  await expectAccessible(saga);

  await fukuoka.goto(paths.workspace("fukuoka"));
  await fukuoka.getByRole("link", { name: "受理待ちを確認する" }).click();
  const submitted = card(fukuoka, "佐賀県", kpiName);
  await expect(submitted).toContainText("512社");
  await expect(submitted).toContainText("374社");
  await expect(submitted).toContainText(/6,400\s*社/);
  await expect(submitted).toContainText(draftNote);
  await expectAccessible(fukuoka);
});

test("福岡県 cannot return it without a reason, returns it with one, and accepts another", async () => {
  await returnIt(fukuoka, "佐賀県", kpiName, "");
  const refused = card(fukuoka, "佐賀県", kpiName).getByLabel("差戻しの理由");
  await expect(refused).toHaveAccessibleDescription(/差戻しの理由を入力してください/);
  await expectAccessible(fukuoka);

  await returnIt(fukuoka, "佐賀県", kpiName, returnReason);
  await expectDone(fukuoka, "差し戻しました");
  await expect(card(fukuoka, "佐賀県", kpiName)).toHaveCount(0);

  await accept(fukuoka, "鹿児島県", kpiName);
  await expect(card(fukuoka, "鹿児島県", kpiName)).toHaveCount(0);
  await fukuoka.goto(kpiPage);
  await expect(contributions(fukuoka, "鹿児島県")).toContainText("874社");
  await expect(contributions(fukuoka, "佐賀県")).toContainText("未報告");
  await expectRegionalSum(fukuoka);
});

test("佐賀県 reads the reason, corrects, submits again; 福岡県 accepts", async () => {
  await saga.goto(paths.workspace("saga"));
  const returned = row(saga.getByRole("table", { name: "差し戻された報告" }), kpiName);
  await expect(returned).toContainText(returnReason);
  await returned.getByRole("link", { name: /^修正する/ }).click();
  await expect(saga.getByText("幹事団体から差し戻されています")).toBeVisible();
  await expect(saga.getByText(returnReason).first()).toBeVisible();
  await expectAccessible(saga);

  await expect(figure(saga)).toHaveValue("512");
  await figure(saga).fill("４９８");
  await saga.getByLabel("備考").fill("重複していた14社を除いた。");
  await saga.getByRole("button", { name: "幹事団体へ提出" }).click();
  await expectDone(saga, "提出しました");

  await fukuoka.goto(paths.review("fukuoka"));
  await expect(card(fukuoka, "佐賀県", kpiName)).toContainText("498社");
  await accept(fukuoka, "佐賀県", kpiName);
  await saga.goto(sagaReport);
  await expect(history(saga)).toHaveText([
    /受理.*498社/,
    /提出済.*498社/,
    /差戻し.*512社/,
    /提出済.*512社/,
    /下書き.*512社/,
  ]);
});

test("a lead's own figure is accepted by a second person of the lead", async () => {
  const report = paths.report("fukuoka", plan, kpi, fy);
  await fukuoka.goto(report);
  await expect(fukuoka.getByText("受理済みの値を訂正します")).toBeVisible();
  await figure(fukuoka).fill("2,240");
  await fukuoka.getByRole("button", { name: "幹事団体へ提出" }).click();
  await expectDone(fukuoka, "提出しました");

  await fukuoka.goto(paths.review("fukuoka"));
  const own = card(fukuoka, "福岡県", kpiName);
  await expect(own).toContainText("あなたが提出した報告です");
  await expect(own.getByRole("button")).toHaveCount(0);
  const status = await post(fukuoka, paths.review("fukuoka"), {
    intent: "accept",
    plan,
    indicator: kpi,
    organisation: "fukuoka",
    fy: String(fy),
    baseVersion: String(await versionsOf(fukuoka, report)),
    requestKey: crypto.randomUUID(),
  });
  expect(status).toBe(403);
  await fukuoka.goto(kpiPage);
  await expect(contributions(fukuoka, "福岡県")).toContainText("2,235社");

  await fukuokaEditor.goto(report);
  await fukuokaEditor.getByRole("button", { name: "引き戻して修正する" }).click();
  await expect(figure(fukuokaEditor)).toHaveValue("2240");
  await fukuokaEditor.getByRole("button", { name: "幹事団体へ提出" }).click();
  await expectDone(fukuokaEditor, "提出しました");
  await fukuokaEditor.goto(paths.review("fukuoka"));
  await expect(fukuokaEditor.getByText("閲覧のみできます")).toBeVisible();
  await expect(card(fukuokaEditor, "福岡県", kpiName).getByRole("button")).toHaveCount(0);
  await expectAccessible(fukuokaEditor);

  await fukuoka.goto(paths.review("fukuoka"));
  await accept(fukuoka, "福岡県", kpiName);
  await fukuoka.goto(kpiPage);
  await expect(contributions(fukuoka, "福岡県")).toContainText("2,240社");
});

test("九経連 sees the two figures it owes and nothing else, and reports one", async () => {
  await expect(heading(kyukeiren, "九経連のワークスペース")).toBeVisible();
  const due = kyukeiren.getByRole("table", { name: "これから報告する指標" });
  await expect(due.getByRole("rowheader")).toHaveText([
    /民間企業・団体での活用/,
    /九州MaaS参画事業者数/,
  ]);
  await expect(kyukeiren.getByRole("link", { name: "受理待ち" })).toHaveCount(0);
  await expectAccessible(kyukeiren);

  await due.getByRole("link", { name: /^報告する\s*：民間企業・団体での活用$/ }).click();
  await figure(kyukeiren).fill("9件");
  await kyukeiren.getByRole("button", { name: "幹事団体へ提出" }).click();
  // A running total does not fall without a reason.
  await expect(kyukeiren.getByText(/累計の値が、前回の値を下回っています。/).first()).toBeVisible();
  await kyukeiren.getByLabel("備考").fill("退会した会員を除いたため。");
  await kyukeiren.getByRole("button", { name: "幹事団体へ提出" }).click();
  await expectDone(kyukeiren, "提出しました");
  await kyukeiren.getByRole("link", { name: "ワークスペースへ戻る" }).click();
  await expect(due.getByRole("rowheader")).toHaveText([/九州MaaS参画事業者数/]);
});

test("the council goes from the region down to the observation and back", async () => {
  await council.goto(paths.plan(plan, fy));
  const whole = council.getByRole("region", { name: "域内全体" });
  await expect(whole).toContainText(/PT\s*6/);
  await expect(whole).toContainText(/基本施策\s*37/);
  await expect(whole).toContainText(/プロジェクト\s*52\s*ほかに再掲 4/);
  await expectAccessible(council);

  const main = council.getByRole("main");
  const way = [
    ["しごとづくりPT", "しごとづくりPT"],
    [/働き方改革$/, "働き方改革"],
    [/九州・山口働き方改革推進プロジェクト$/, "九州・山口働き方改革推進プロジェクト"],
    [kpiName, kpiName],
  ] as const;
  for (const [link, title] of way) {
    await main.getByRole("link", { name: link }).first().click();
    await expect(heading(council, title)).toBeVisible();
    await expectAccessible(council);
  }
  await expect(contributions(council, "佐賀県")).toContainText("498社");
  await expect(contributions(council, "長崎県")).toContainText("未報告");
  await expectRegionalSum(council);

  await main.getByRole("link", { name: "佐賀県" }).click();
  await expect(heading(council, "佐賀県の令和5（2023）年度の報告")).toBeVisible();
  // The council sees what was accepted, not how 佐賀県 and 福岡県 came to it.
  await expect(history(council)).toHaveText([/受理.*498社/]);
  await expectAccessible(council);

  await council.getByRole("link", { name: "域内の集計へ戻る" }).click();
  await expect(heading(council, kpiName)).toBeVisible();
  const trail = council.getByRole("navigation", { name: "パンくずリスト" });
  await trail.getByRole("link", { name: "第２期九州創生アクションプラン" }).click();
  await expect(heading(council, "第２期九州創生アクションプラン")).toBeVisible();
});

test("the council finds in two clicks which KPIs of a PT are behind, and who has not reported", async () => {
  await council.goto(paths.front);
  await council
    .getByRole("main")
    .getByRole("link", {
      name: "第２期九州創生アクションプラン",
    })
    .click();
  await council.getByRole("link", { name: "未達・未報告の指標（安心・安全PT）" }).click();
  const found = council.getByRole("region", { name: /^条件に合う指標/ });
  const kpi = (name: string) =>
    found.getByRole("row").filter({ has: council.getByRole("rowheader", { name }) });
  await expect(kpi("インフラ事業者との災害復旧に係る連携体制の構築")).toContainText("未達");
  await expect(kpi("大型二種運転免許交付件数")).toContainText("未報告：長崎県、宮崎県");
  await expect(found.getByText(/^未報告の団体：/)).toContainText("宮崎県");
  await expectAccessible(council);
  // The address is the question.
  await council.reload();
  await expect(found).toBeVisible();
  await council.getByRole("link", { name: "条件を外す" }).click();
  await expect(council.getByRole("region", { name: "域内全体" })).toBeVisible();
});

test("the council chooses another year", async () => {
  await council.goto(kpiPage);
  const now = await regionalFigure(council, "R5実績（域内）");
  const years = council.getByRole("navigation", { name: "年度の選択" });
  await years.getByRole("link", { name: "令和4（2022）年度" }).click();
  await expect(council.getByText("令和4（2022）年度の内訳")).toBeVisible();
  await expect(years.locator("[aria-current]")).toHaveText("令和4（2022）年度");
  await expectRegionalSum(council, "R4実績（域内）");
  expect(await regionalFigure(council, "R4実績（域内）")).not.toBe(now);

  await council.goto(paths.plan(plan, fy));
  await years.getByRole("link", { name: "令和4（2022）年度" }).click();
  await expect(council).toHaveURL(/fy=2022/);
  await expect(council).toHaveTitle(/令和4（2022）年度/);
  await expect(council.getByRole("region", { name: "域内全体" })).toContainText("報告率");
});

test("the council, which is asked for nothing, is not told that it has answered", async () => {
  await council.goto(paths.workspace("council"));
  await expect(
    council.getByRole("heading", { name: "現在、回答を求められている照会はありません" }),
  ).toBeVisible();
  await expect(council.getByText("すべて提出されています")).toHaveCount(0);
});

test("長崎県 is refused 佐賀県's workspace, by address and by POST, and nothing changes", async () => {
  for (const path of [paths.workspace("saga"), sagaReport, paths.review("saga")]) {
    expect((await nagasaki.goto(path))?.status()).toBe(403);
    await expect(heading(nagasaki, "このページを見る権限がありません")).toBeVisible();
    await expect(nagasaki.getByText(draftNote)).toHaveCount(0);
  }
  await expectAccessible(nagasaki);

  const before = await versionsOf(saga, sagaReport);
  for (const intent of ["save", "submit", "withdraw"]) {
    const fields = { intent, quality: "final", value: "1", note: "", baseVersion: String(before) };
    const sent = { ...fields, requestKey: crypto.randomUUID() };
    expect(await post(nagasaki, sagaReport, sent)).toBe(403);
  }
  expect(await versionsOf(saga, sagaReport)).toBe(before);
  await expect(history(saga).first()).toHaveText(/受理.*498社/);
});

const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true });

const row = (table: ReturnType<Page["getByRole"]>, name: string) =>
  table.getByRole("row").filter({ has: table.page().getByRole("rowheader", { name }) });

const figure = (page: Page) => page.getByLabel(/^実績値/);

const history = (page: Page) =>
  page.getByRole("list", { name: "報告の履歴" }).getByRole("listitem");

const card = (page: Page, organisation: string, indicator: string) =>
  page.getByRole("article", { name: new RegExp(`^${organisation}\\s*${indicator}$`) });

const contributions = (page: Page, organisation: string) =>
  row(page.getByRole("table", { name: `${kpiName}の団体別の報告値` }), organisation);

async function returnIt(page: Page, organisation: string, indicator: string, reason: string) {
  const item = card(page, organisation, indicator);
  const field = item.getByLabel("差戻しの理由");
  if (!(await field.isVisible())) await item.getByText("理由を付けて差し戻す").click();
  await field.fill(reason);
  await item.getByRole("button", { name: /^差し戻す/ }).click();
}

async function accept(page: Page, organisation: string, indicator: string) {
  await card(page, organisation, indicator)
    .getByRole("button", { name: /^受理する/ })
    .click();
  await expectDone(page, "受理しました");
}

/** How many versions there are, as the organisation's own people see it. */
async function versionsOf(page: Page, report: string): Promise<number> {
  await page.goto(report);
  return await history(page).count();
}

async function regionalFigure(page: Page, label: string): Promise<bigint> {
  const stat = page.locator("dl > div").filter({ hasText: label });
  return figureIn(await stat.innerText());
}

/** The figure shown for the region is the exact sum of the contributions shown beneath it. */
async function expectRegionalSum(page: Page, label = "R5実績（域内）") {
  const table = page.getByRole("table", { name: `${kpiName}の団体別の報告値` });
  const answers = (await table.getByRole("row").allInnerTexts()).filter((text) =>
    /\d社/.test(text),
  );
  expect(answers.length).toBeGreaterThan(3);
  const sum = answers.map(figureIn).reduce((total, part) => total + part, 0n);
  expect(await regionalFigure(page, label)).toBe(sum);
}

/** The figure in 社 of a text such as 「福岡県 デモ 2,235社 …」. */
function figureIn(text: string): bigint {
  const digits = /([\d,]+)\s*社/.exec(text)?.[1];
  if (!digits) throw new RangeError(`No figure in ${text}`);
  return BigInt(digits.replaceAll(",", ""));
}
