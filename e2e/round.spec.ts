import { expect, test } from "@playwright/test";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { paths } from "#app/site/paths.ts";
import { catchMail, type SmtpCatcher } from "#tests/factories/smtp.ts";
import { expectAccessible } from "./axe.ts";
import { makePack, packFiles } from "./pack-steps.ts";
import { expectDone, openAs } from "./people.ts";
import {
  acceptAll,
  approveAll,
  closeRound,
  extendRound,
  openRound,
  publishRound,
  reopenRound,
  submitForm,
  submitGrid,
  wantApproval,
} from "./round-steps.ts";

let smtp: SmtpCatcher;

test.beforeAll(async ({ baseURL }) => {
  // The port that playwright.config gives the portal as its mail server.
  smtp = await catchMail(Number(new URL(baseURL ?? "").port) + 1);
});
test.afterAll(() => smtp.close());

const plan = "jewels";
const fy = 2024;
const kpi = "SHG-4-1-a";
const day = (days: number) => dateInJapan(new Date(Date.now() + days * 86_400_000));

test("a whole round: asked, answered in four ways, returned, late, published, printed and corrected", async ({
  browser,
  page,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const office = await openAs(browser, "editor@council.example.jp");
  const title = "令和6年度実績の照会（追加）";
  // Due yesterday: three are given longer, and the fourth is late.
  const codes = await openRound(office, {
    plan,
    fy,
    title,
    dueOn: day(-1),
    instructions: "確定値を入力してください。",
    pt: "しごとづくりPT",
    indicators: ["外国人延べ宿泊者数", "働き方改革実践企業数"],
    organisations: ["長崎県", "大分県", "宮崎県", "沖縄県"],
  });
  await expect(office.getByText("4団体　8件").first()).toBeVisible();
  await expectAccessible(office);
  const dueOn = day(10);
  for (const organisation of ["長崎県", "大分県", "宮崎県"])
    await extendRound(office, codes, { organisation, dueOn, reason: "システム改修のため" });

  const mailOf = (kind: string) =>
    smtp.mails.find(
      ({ to, subject }) =>
        to.includes("editor@oita.example.jp") &&
        subject.startsWith(kind) &&
        subject.includes(title),
    );
  // One that met an absent mail server before is tried again a minute later.
  await expect.poll(() => mailOf("【要回答 ")?.text, { timeout: 80_000 }).toContain("2件です");
  await expect
    .poll(() => mailOf("【期限延長 ")?.text, { timeout: 30_000 })
    .toContain("システム改修のため");
  expect(mailOf("【要回答 ")?.text).toContain(baseURL + paths.entry("oita", plan, codes.round));

  const oita = await openAs(browser, "editor@oita.example.jp");
  await oita.goto(paths.workspace("oita"));
  await expect(oita.getByText("期限延長の理由：システム改修のため")).toBeVisible();
  await expectAccessible(oita);
  const [miyazaki, okinawa] = await Promise.all([
    openAs(browser, "editor@miyazaki.example.jp"),
    openAs(browser, "editor@okinawa.example.jp"),
  ]);
  // One wants its figures decided inside, one fills in the form offline, one pastes into the grid.
  const decides = await openAs(browser, "approver@oita.example.jp");
  await wantApproval(decides, "oita");
  await Promise.all([
    submitGrid(oita, codes, "oita", ["11", "101"], "deciders"),
    submitForm(miyazaki, codes, "miyazaki", [12, 202]),
    submitGrid(okinawa, codes, "okinawa", ["13", "303"]),
  ]);
  await approveAll(decides, "oita", 2);

  const nagasaki = await openAs(browser, "editor@nagasaki.example.jp");
  await nagasaki.goto(paths.report("nagasaki", plan, kpi, fy));
  await nagasaki.getByLabel(/^実績値/).fill("４０４");
  await nagasaki.getByLabel(/^備考/).fill("集計の対象を見直したため。");
  await nagasaki.getByRole("button", { name: "幹事団体へ提出" }).click();
  await expectDone(nagasaki, "提出しました");

  const lead = await openAs(browser, "approver@fukuoka.example.jp");
  await lead.goto(paths.review("fukuoka"));
  const card = lead
    .getByRole("article", { name: /^宮崎県\s*.*働き方改革実践企業数/ })
    .filter({ hasText: "R6の報告値" });
  await card.getByText("理由を付けて差し戻す").click();
  await card.getByLabel("差戻しの理由").fill("桁を確かめてください。");
  await card.getByRole("button", { name: /^差し戻す/ }).click();
  await expectDone(lead, "差し戻しました");
  await miyazaki.goto(paths.report("miyazaki", plan, kpi, fy));
  await miyazaki.getByLabel(/^実績値/).fill("212");
  await miyazaki.getByRole("button", { name: "幹事団体へ提出" }).click();
  await expectDone(miyazaki, "提出しました");
  await acceptAll(lead, "fukuoka", "R6", 7);

  // Seven of eight came; 沖縄県's two after their day.
  await office.goto(paths.completeness(plan, { round: codes.round }));
  await expect(office.getByRole("row", { name: /^沖縄県/ })).toContainText("期限後2");
  await expect(office.getByRole("row", { name: /^大分県/ })).toContainText("期限内2");
  await expect(office.getByRole("row", { name: /^長崎県/ })).toContainText("未提出1");
  await closeRound(office, codes, "未提出が1件、受理待ちが0件");
  await nagasaki.goto(paths.report("nagasaki", plan, kpi, fy));
  await expect(nagasaki.getByText("照会が締め切られています。").first()).toBeVisible();
  await expect(nagasaki.getByLabel(/^実績値/)).toHaveCount(0);

  const signedOut = paths.indicator(plan, kpi, fy);
  const sum = (101 + 212 + 303 + 404).toLocaleString("ja-JP");
  await page.goto(signedOut);
  await expect(page.getByRole("main")).not.toContainText(sum);
  const decider = await openAs(browser, "approver@council.example.jp");
  await publishRound(decider, codes);
  await decider.goto(signedOut);
  await expect(decider.getByRole("main")).toContainText(sum);
  await page.goto(signedOut);
  await expect(page.getByRole("main")).toContainText(sum);
  await expect(page.getByText("公表された実績（R6　第1版）")).toBeVisible();
  await expect
    .poll(() => mailOf("【公表】")?.subject, { timeout: 30_000 })
    .toBe(`【公表】${title}`);

  // The paper of the meeting, and after a correction another one beside it.
  const pack = { plan, fy, meeting: "第44回九州地域戦略会議" };
  await makePack(office, { ...pack, edition: 1 });
  await expectAccessible(office);
  const first = await packFiles(office);
  const firstPack = office.url();
  expect(first.name).toBe("会議資料_第44回九州地域戦略会議_R6第1版.pdf");
  await reopenRound(decider, codes, { dueOn: day(20), reason: "長崎県の集計の誤り" });
  await nagasaki.goto(paths.report("nagasaki", plan, kpi, fy));
  await nagasaki.getByLabel(/^実績値/).fill("405");
  await nagasaki.getByLabel(/^備考/).fill("集計の誤りを訂正した。");
  await nagasaki.getByRole("button", { name: "幹事団体へ提出" }).click();
  await expectDone(nagasaki, "提出しました");
  await acceptAll(lead, "fukuoka", "R6", 1);
  await closeRound(office, codes, "未提出が1件、受理待ちが0件");
  await publishRound(decider, codes);
  await makePack(office, { ...pack, edition: 2 });
  const second = await packFiles(office);
  expect(second.name).toBe("会議資料_第44回九州地域戦略会議_R6第2版.pdf");
  expect(second.pdf.equals(first.pdf)).toBe(false);
  await office.goto(firstPack);
  const unchanged = await packFiles(office);
  expect(unchanged.pdf.equals(first.pdf) && unchanged.xlsx.equals(first.xlsx)).toBe(true);
  await office.goto(paths.packs(plan));
  await expect(office.getByRole("row", { name: /第44回九州地域戦略会議/ })).toHaveCount(2);
  await expectAccessible(office);
});
