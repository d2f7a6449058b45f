import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectAccessible } from "./axe.ts";
import { expectCellsToHold, expectToFit } from "./layout.ts";
import { expectDone, openAs, post, signIn } from "./people.ts";
import { paste } from "./round-steps.ts";

const plan = "jewels";
const fy = 2023;
const round = 1;
const grid = (organisation: string) => paths.openEntry(organisation, plan, round);

const cell = (page: Page, label: string | RegExp) => page.getByRole("textbox", { name: label });

/** The grid, once its script has come. */
async function openGrid(page: Page, organisation: string) {
  await page.goto(grid(organisation));
  await expect(page.locator("form[data-ready]")).toBeVisible();
}

const hotel = "外国人延べ宿泊者数";

test("山口県 pastes five rows, explains one, submits, and 福岡県 accepts all in one go", async ({
  browser,
  page,
}) => {
  test.setTimeout(90_000);
  await signIn(page, "editor@yamaguchi.example.jp");
  await page.getByRole("link", { name: "一括入力" }).click();
  await page.getByRole("link", { name: "これから入力する行だけを表示する" }).click();
  await openGrid(page, "yamaguchi");
  const rows = page.locator("tr[data-entry-row]");
  await expect(rows).toHaveCount(5);
  await expectAccessible(page);
  const first = rows.nth(0).getByRole("textbox").first();
  const block = await rows.evaluateAll((all) =>
    all.map((tr) => [...tr.querySelectorAll("input[type=text]")].map((input) => input.id)),
  );
  expect(block[0]).toHaveLength(1);

  // One of them cannot be read; the others stay, and are saved by themselves.
  await paste(
    first,
    '５０件ほど\t\t確定\n１，２３０\t\t集計中\t"速報値。\n確定は来月。"\n30\t90\t確定\n4\n２\n',
  );
  await expect(first).toHaveAttribute("aria-invalid", "true");
  await expect(first).toHaveAccessibleDescription(/単位|数値として読み取れません/);
  await expect(page.getByText(/個のセルに貼り付けました。1個は読み取れません/)).toBeVisible();
  for (const index of [1, 2, 3, 4]) await expect(rows.nth(index)).toContainText("保存済み");
  await expect(rows.nth(0)).toContainText("エラー");
  await expectAccessible(page);

  await openGrid(page, "yamaguchi");
  await expect(rows.nth(1).getByRole("textbox").first()).toHaveValue("1230");
  await expect(rows.nth(1).getByRole("combobox").last()).toHaveValue("provisional");
  await expect(rows.nth(1).getByRole("textbox").last()).toHaveValue("速報値。\n確定は来月。");
  await expect(rows.nth(1)).toContainText("下書き");

  // The returned row, ten times too large: it waits for a reason.
  const before = await rows.nth(0).getByRole("cell").first().innerText();
  const last = before.replace(/,/g, "").match(/[\d.]+/)?.[0] ?? "1";
  const tenfold = String(Math.round(Number(last) * 100) / 10);
  await first.fill(tenfold);
  await page.getByRole("button", { name: "入力した分を提出する" }).click();
  await expect(page.getByRole("alert").getByRole("heading")).toContainText("確認が必要です");
  await expect(rows.nth(0)).toContainText("前回の値の10倍以上です");
  await expect(rows.nth(0)).toContainText("下書き");
  await page
    .getByRole("alert")
    .getByRole("link", { name: new RegExp(`^${hotel}`) })
    .click();
  await expect(cell(page, `${hotel}　備考`)).toBeFocused();
  await page.keyboard.type("大型クルーズ船の寄港が再開したため。");
  await page.getByRole("button", { name: "入力した分を提出する" }).click();
  await expect(rows.nth(0)).toContainText("提出済");
  await expectAccessible(page);

  const lead = await openAs(browser, "approver@fukuoka.example.jp");
  await lead.goto(paths.review("fukuoka"));
  await lead.getByRole("link", { name: "表でまとめて確認する" }).click();
  await lead.getByLabel("PT", { exact: true }).selectOption("しごとづくりPT");
  await lead.getByRole("button", { name: "表示" }).click();
  await expectAccessible(lead);
  const ticks = lead.getByRole("checkbox", { name: /^山口県/ });
  const waiting = await ticks.count();
  expect(waiting).toBeGreaterThanOrEqual(1);
  for (const tick of await ticks.all()) await tick.check();
  await lead.getByRole("button", { name: "選択した報告を受理する" }).click();
  await expectDone(lead, `${waiting}件を受理しました`);
  await expect(ticks).toHaveCount(0);
  await lead.goto(paths.indicator(plan, "SHG-2-3-a", fy));
  await expect(lead.getByRole("row", { name: /^山口県/ })).toContainText(
    Number(tenfold).toLocaleString("ja-JP"),
  );

  // Nobody else's rows, by address and by POST.
  expect((await lead.goto(grid("yamaguchi")))?.status()).toBe(403);
  const rowsAddress = paths.entryRows("yamaguchi", plan, round);
  expect(await post(lead, rowsAddress, { intent: "save", since: new Date().toISOString() })).toBe(
    403,
  );
  await lead.context().close();
});

test("two people on one grid see each other, and neither overwrites the other", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const editor = await openAs(browser, "editor@miyazaki.example.jp");
  const approver = await openAs(browser, "approver@miyazaki.example.jp");
  await openGrid(editor, "miyazaki");
  await openGrid(approver, "miyazaki");
  const [a, b] = [editor, approver].map((page) => page.locator("tr[data-entry-row]"));
  if (!a || !b) throw new Error("No rows");
  const figure = (rows: typeof a, index: number) => rows.nth(index).getByRole("textbox").first();

  await figure(a, 1).fill("41");
  await figure(a, 2).fill("52");
  await expect(a.nth(1)).toContainText("保存済み");
  await expect(a.nth(2)).toContainText("保存済み");

  // An untouched row follows at the next save; a touched one becomes a question.
  await figure(b, 1).fill("99");
  await expect(b.nth(1)).toContainText("保存されている内容");
  await expect(b.nth(1)).toContainText("実績値 41");
  await expect(b.nth(2)).toContainText("さんが更新");
  await expect(figure(b, 2)).toHaveValue("52");
  await expect(figure(b, 1)).toHaveValue("99");
  await expectAccessible(approver);
  await b
    .nth(1)
    .getByRole("button", { name: /^自分の入力で保存する/ })
    .click();
  await expect(b.nth(1)).toContainText("保存済み");

  // The line goes down: what is typed stays, and is saved when it is back.
  await editor.context().setOffline(true);
  await figure(a, 2).fill("53");
  await expect(a.nth(2)).toContainText("接続を待っています");
  await expect(editor.getByText("サーバーに接続できません")).toBeVisible();
  await expect(figure(a, 2)).toHaveValue("53");
  await editor.context().setOffline(false);
  await expect(a.nth(2)).toContainText("保存済み", { timeout: 20_000 });
  // With it came what the colleague had decided.
  await expect(figure(a, 1)).toHaveValue("99");
  await expect(a.nth(1)).toContainText("さんが更新");

  // The session ends: the same, once somebody has signed in again.
  const cookies = await editor.context().cookies();
  await editor.context().clearCookies();
  await figure(a, 2).fill("54");
  await expect(editor.getByText("ログインの有効期限が切れました")).toBeVisible();
  await editor.context().addCookies(cookies);
  await expect(a.nth(2)).toContainText("保存済み", { timeout: 20_000 });

  // The keyboard moves as in a spreadsheet, and Tab leaves as everywhere.
  await figure(a, 1).focus();
  await editor.keyboard.press("Enter");
  await expect(figure(a, 2)).toBeFocused();
  await editor.keyboard.press("ArrowUp");
  await expect(figure(a, 1)).toBeFocused();
  await editor.keyboard.press("Tab");
  await expect(a.nth(1).getByRole("combobox").last()).toBeFocused();
  for (const page of [editor, approver]) await page.context().close();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("沖縄県 saves what can be read, is told of the rest, and submits", async ({
    browser,
    page,
  }) => {
    await signIn(page, "editor@okinawa.example.jp");
    await page.goto(grid("okinawa"));
    const rows = page.locator("tr[data-entry-row]");
    const figures = rows.getByRole("textbox", { name: /実績値/ });
    const count = await figures.count();
    expect(count).toBeGreaterThanOrEqual(2);
    await figures.nth(0).fill("たくさん");
    await figures.nth(1).fill("２０");
    await page.getByRole("button", { name: "下書きを保存" }).last().click();
    await expect(page.getByRole("alert").getByRole("heading")).toContainText(
      "1件を保存しました。1件は確認が必要です",
    );
    await expect(figures.nth(0)).toHaveValue("たくさん");
    await expect(figures.nth(0)).toHaveAccessibleDescription(/数値として読み取れません/);
    await expect(figures.nth(1)).toHaveValue("20");
    await figures.nth(0).fill("");
    await page.getByRole("button", { name: "下書きを保存" }).last().click();
    await expectDone(page, "新たに保存する行はありません");

    // A colleague is faster at one row: both contents stand there, and the typed one gives way.
    const colleague = await openAs(browser, "approver@okinawa.example.jp");
    await colleague.goto(grid("okinawa"));
    await colleague
      .getByRole("textbox", { name: /実績値/ })
      .nth(1)
      .fill("22");
    await colleague.getByRole("button", { name: "下書きを保存" }).last().click();
    await expectDone(colleague, "1件を保存しました");
    await figures.nth(1).fill("30");
    await page.getByRole("button", { name: "下書きを保存" }).last().click();
    await expect(page.getByRole("alert").getByRole("heading")).toContainText("1件は確認が必要です");
    await expect(rows.nth(1)).toContainText("実績値 22");
    await expect(figures.nth(1)).toHaveValue("30");
    await page.getByRole("button", { name: /^保存されている内容にする/ }).click();
    await expect(figures.nth(1)).toHaveValue("22");
    await colleague.context().close();

    await rows.nth(1).getByRole("textbox").last().fill("制度の開始年度のため。");
    await figures.nth(1).fill("21");
    await page.getByRole("button", { name: "入力した分を提出する" }).click();
    await expectDone(page, "1件を提出しました");
    await expect(rows.getByRole("textbox", { name: /実績値/ })).toHaveCount(count - 1);
  });
});

test("the grid fits a phone and a desk at 200 %, and the table of reviews too", async ({
  page,
}) => {
  await signIn(page, "approver@saga.example.jp");
  for (const path of [paths.entry("saga", plan, round), paths.reviewTable("saga")])
    for (const [width, height] of [
      [390, 844],
      [720, 450],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(path);
      await expectToFit(page, `${path} at ${width}`);
      if (width !== 720) await expectCellsToHold(page, `${path} at ${width}`);
      await expectAccessible(page);
    }
});
