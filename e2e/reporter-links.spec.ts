import { expect, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectAccessible } from "./axe.ts";
import { expectToFit } from "./layout.ts";
import { expectDone, signIn } from "./people.ts";
import { reporterLink } from "./secret-link.ts";

test.use({ javaScriptEnabled: false });

test("two firms answer by links of their own, and their sum becomes the draft", async ({
  browser,
  page,
}) => {
  await signIn(page, "editor@saga.example.jp");
  await page.goto(paths.report("saga", "jewels", "SHG-4-1-a", 2024));
  await page.getByRole("link", { name: "この数値を外部に照会する" }).click();
  await page.getByLabel(/^照会先/).fill("九州物産 <a@example.jp>\n有明水産");
  await page.getByRole("button", { name: "回答を依頼する" }).click();
  await expect(page.getByLabel(/^照会先/)).toHaveAccessibleDescription(/2行目を読み取れません/);
  await page.getByLabel(/^照会先/).fill("九州物産 <a@example.jp>\n有明水産 <b@example.jp>");
  await page.getByRole("button", { name: "回答を依頼する" }).click();
  await expectDone(page, "回答の依頼を受け付けました");
  const asked = await Promise.all(
    ["九州物産", "有明水産"].map((firm) =>
      page.getByRole("button", { name: new RegExp(`取り消す.*${firm}`) }).getAttribute("value"),
    ),
  );

  // Nobody of the portal: browsers without a session, which see the question alone.
  const figures = ["１,000", "450"];
  for (const [index, id] of asked.entries()) {
    const firm = await browser.newContext({ javaScriptEnabled: index === 0 });
    const opened = await firm.newPage();
    const response = await opened.goto(reporterLink(id ?? ""));
    expect(response?.headers()["referrer-policy"]).toBe("no-referrer");
    await expect(opened.getByRole("heading", { level: 1 })).toBeVisible();
    await opened.getByLabel(/^実績値/).fill(figures[index] ?? "");
    await opened.getByRole("button", { name: "回答を送信する" }).click();
    await expectDone(opened, "回答を受け付けました");
    if (index === 0) {
      await expect(opened.getByRole("status")).toContainText("1,000");
      await expectAccessible(opened);
      await opened.setViewportSize({ width: 320, height: 640 });
      await expectToFit(opened, "the page of a link");
    }
    await firm.close();
  }

  await page.goto(paths.workspace("saga"));
  await page.getByRole("link", { name: "回答を確認する" }).click();
  await page
    .getByRole("row", { name: /^九州物産/ })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByText(/^2者の回答の合計 1,450/)).toBeVisible();
  await page.getByRole("button", { name: "合計を下書きに取り込む" }).click();
  await expectDone(page, "外部からの回答を下書きに取り込みました");
  await expect(page.getByLabel(/^実績値/)).toHaveValue("1450");
  await expect(page.getByLabel(/^備考/)).toHaveValue(/九州物産 1,000.*有明水産 450/);
});
