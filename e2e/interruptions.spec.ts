import { expect, type Page, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectAccessible } from "./axe.ts";
import { expectDone, fillSignIn, openAs } from "./people.ts";

/** What happens between two people and a form: somebody is faster, a click is doubled, a session ends. */
const report = (indicator: string) => paths.report("saga", "jewels", indicator, 2023);
const figure = (page: Page) => page.getByLabel(/^実績値/);
const history = (page: Page) =>
  page.getByRole("list", { name: "報告の履歴" }).getByRole("listitem");
const save = (page: Page) => page.getByRole("button", { name: "下書き保存" }).click();
const submit = (page: Page) => page.getByRole("button", { name: "幹事団体へ提出" }).click();

/** The status of the next answer to a POST. */
const nextPost = async (page: Page) =>
  (await page.waitForResponse((response) => response.request().method() === "POST")).status();

test("two people edit at once: the second sees both values and decides", async ({ browser }) => {
  const editor = await openAs(browser, "editor@saga.example.jp");
  const approver = await openAs(browser, "approver@saga.example.jp");
  for (const page of [editor, approver]) await page.goto(report("JNZ-6-2-a"));

  await figure(editor).fill("1,200");
  await save(editor);
  await expectDone(editor, "下書きを保存しました");

  // A mistake that is put right does not make what the other saved unseen.
  await figure(approver).fill("千五百人");
  const refused = nextPost(approver);
  await save(approver);
  expect(await refused).toBe(422);
  await expect(figure(approver)).toHaveAttribute("aria-invalid", "true");

  await figure(approver).fill("１，５００人");
  const status = nextPost(approver);
  await save(approver);
  expect(await status).toBe(409);
  await expect(approver.getByText("上書きしませんでした")).toBeVisible();
  await expect(approver.getByRole("status")).toBeFocused();
  const both = approver.getByRole("table", { name: "入力した内容と保存されている内容" });
  await expect(both.getByRole("row", { name: /^実績値/ })).toHaveText(/１，５００人.*1,200/);
  await expect(figure(approver)).toHaveValue("１，５００人");
  await expectAccessible(approver);

  await save(approver);
  await expectDone(approver, "下書きを保存しました");
  await expect(history(approver)).toHaveText([/1,500人/, /1,200人/]);
  for (const page of [editor, approver]) await page.context().close();
});

test("a form sent twice is one submission", async ({ browser }) => {
  const page = await openAs(browser, "editor@saga.example.jp");
  await page.goto(report("SGT-1-2-a"));
  await figure(page).fill("21");
  const statuses = await page.locator("main form").evaluate((form: HTMLFormElement) => {
    const fields = new FormData(form);
    fields.set("intent", "submit");
    const send = async () => (await fetch(form.action, { method: "POST", body: fields })).status;
    return Promise.all([send(), send(), send()]);
  });
  expect(statuses).toEqual([200, 200, 200]);
  await page.goto(report("SGT-1-2-a"));
  await expect(history(page)).toHaveText([/提出済.*21件/]);
  await page.context().close();
});

test("typed text is not left behind without being asked", async ({ browser }) => {
  const page = await openAs(browser, "editor@saga.example.jp");
  await page.goto(report("ANS-3-3-a"));
  const questions: string[] = [];
  page.on("dialog", async (dialog) => {
    questions.push(dialog.type());
    await dialog.dismiss();
  });
  await figure(page).fill("1");
  await page.getByRole("link", { name: "集計" }).click();
  await expect.poll(() => questions).toEqual(["beforeunload"]);
  await expect(figure(page)).toHaveValue("1");
  await save(page);
  await expectDone(page, "下書きを保存しました");
  await page.getByRole("link", { name: "集計" }).click();
  await expect(page).toHaveURL(/\/plans\/jewels/);
  expect(questions).toHaveLength(1);
  await page.context().close();
});

test("a session that ends while the form lies open costs nothing typed", async ({ browser }) => {
  const page = await openAs(browser, "editor@saga.example.jp");
  await page.goto(report("CKR-8-2-a"));
  await figure(page).fill("３件");
  await page.getByLabel("備考").fill("市町村のDX講座と合同で実施。");
  await page.context().clearCookies();
  const status = nextPost(page);
  await submit(page);
  expect(await status).toBe(401);

  await expect(page.getByText("入力した内容はまだ保存されていません")).toBeVisible();
  const kept = page.getByRole("main");
  await expect(kept).toContainText("３件");
  await expect(kept).toContainText("市町村のDX講座と合同で実施。");
  await expectAccessible(page);

  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "別のタブでログイン" }).click();
  const tab = await opened;
  await fillSignIn(tab, "editor@saga.example.jp");
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("佐賀県のワークスペース");
  await tab.close();

  await page.getByRole("button", { name: "もう一度送信" }).click();
  await expectDone(page, "提出しました");
  await expect(history(page)).toHaveText([/3件.*市町村のDX講座と合同で実施。/]);
  await page.context().close();
});
