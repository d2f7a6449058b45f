import { gzipSync } from "node:zlib";
import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeBrowser } from "#app/lib/export/browser.server.ts";
import { inChosenLocale } from "#app/lib/locale.server.ts";
import { loader as chartFile } from "#app/routes/plans/chart-file.ts";
import { loader as comparisonPage } from "#app/routes/plans/comparison.tsx";
import { loader as comparisonFile } from "#app/routes/plans/comparison-file.ts";
import { loader as goalPage } from "#app/routes/plans/goal.tsx";
import { loader as indicatorPage } from "#app/routes/plans/indicator.tsx";
import { loader as matrixFile } from "#app/routes/plans/matrix-file.ts";
import { readNode } from "#app/services/rollup/read-node.server.ts";
import { createAccount, signInAs } from "#tests/factories/accounts.ts";
import { redefine } from "#tests/factories/definition.ts";
import { createPerson, createStaff } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { countedDatabase } from "#tests/factories/statements.ts";
import { actingAs, deskOf, figure, fraction, question } from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

// What is drawn and saved is what the page shows the same reader, and nothing else.

let portal: Portal;
let endWeb: () => Promise<void>;
let cookie = "";
let before = "";
/** Reported by nine prefectures and added up; 374 a year are drawn on to 2024. */
const kpi = "SHG-4-1-a";
/** A rate that every prefecture reports. */
const rate = "SHG-6-1-a";
/** In words. */
const words = "ANS-3-1-a-1";
const prefectures = [
  "fukuoka",
  "saga",
  "nagasaki",
  "kumamoto",
  "oita",
  "miyazaki",
  "kagoshima",
  "okinawa",
  "yamaguchi",
] as const;

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  const desk = deskOf(portal, await createStaff(portal.owner));
  for (const [fy, value] of [
    [2020, "100"],
    [2021, "110"],
    [2022, "150"],
  ] as const)
    for (const slug of prefectures) await desk.report(question(kpi, slug, fy), figure(value));
  before = new Date().toISOString();
  await desk.report(question(kpi, "saga", 2023), figure("177"));
  await desk.report(question(rate, "saga", 2023), fraction("1", "4"));
  await desk.report(question(rate, "oita", 2023), fraction("4", "4"));
  const { email } = await createAccount(portal.owner, "council viewer");
  cookie = await signInAs(email);
});
afterAll(async () => {
  await closeBrowser();
  await endWeb();
  await portal.close();
});

type Loader = typeof chartFile;
type Asked = { query?: string; member?: boolean; language?: string };

async function fileOf(
  loader: Loader,
  path: string,
  { query = "?fy=2023", member = true, language }: Asked = {},
): Promise<Response> {
  const [, indicator = ""] = /indicators\/([^/]+)\//.exec(path) ?? [];
  const cookies = [
    ...(member ? [cookie] : []),
    ...(language ? [`portal-language=${language}`] : []),
  ];
  const args = routeArgs(`/plans/jewels/${path}${query}`, {
    params: { plan: "jewels", indicator },
    cookie: cookies.join("; "),
  });
  return inChosenLocale(args.request, () => loader(args)).catch((answer: unknown) => {
    if (answer instanceof Response) return answer;
    throw answer;
  });
}
const chart = (type: string, asked?: Asked, code = kpi) =>
  fileOf(chartFile, `indicators/${code}/chart.${type}`, asked);
const comparison = (type: string, asked?: Asked, code = kpi) =>
  fileOf(comparisonFile, `indicators/${code}/comparison.${type}`, asked);

/** The rows of a CSV by their head. */
async function rowsOf(response: Response): Promise<Record<string, string>[]> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const sheet = read(bytes, { raw: true }).Sheets.Sheet1;
  return sheet ? utils.sheet_to_json<Record<string, string>>(sheet, { defval: "" }) : [];
}

describe("a roadmap as a file", () => {
  it("is drawn by itself: no class, no script, nothing from elsewhere, all that must be known", async () => {
    const response = await chart("svg");
    const svg = await response.text();
    expect(response.headers.get("Content-Type")).toBe("image/svg+xml");
    expect(response.headers.get("Content-Disposition")).toMatch(/^attachment; .*R5\.svg$/);
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(svg).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns=/);
    expect(svg).not.toMatch(/ class=|<script|<image|href=|url\((?!#)/);
    expect(svg.length).toBeLessThan(200_000);
    for (const said of [
      "働き方改革実践企業数",
      "第２期九州創生アクションプラン",
      "令和5（2023）年度",
    ])
      expect(svg).toContain(said);
    for (const said of ["1,350", "見込みは推計です", "Theil–Sen", "時点"])
      expect(svg).toContain(said);
  });

  it("has its figures as CSV: the projection as an estimate, what is partial or missing in words", async () => {
    const rows = await rowsOf(await chart("csv"));
    // Nine prefectures: slopes 90, 225 and 360 from 1,350; their quartiles are 157.5 and 292.5.
    expect(rows.map((row) => [row.年度, row.実績, row.実績の状態, row["見込み（推計）"]])).toEqual([
      ["令和2（2020）年度", "900", "", ""],
      ["令和3（2021）年度", "990", "", ""],
      ["令和4（2022）年度", "1350", "", ""],
      ["令和5（2023）年度", "177", "部分", "1575"],
      ["令和6（2024）年度", "未報告", "未報告", "1800"],
    ]);
    expect(rows[4]?.["見込みの下限（推計）"]).toBe("1665");
    expect(rows[4]?.["見込みの上限（推計）"]).toBe("1935");
  });

  it("says no more than the page: nothing to strangers, and what was there at a time", async () => {
    const stranger = { member: false };
    expect(await (await chart("svg", stranger)).text()).not.toContain("1,350");
    const public_ = await rowsOf(await chart("csv", stranger));
    expect(public_.map((row) => row.実績).join("")).toBe("");
    expect(public_[2]?.年度目標).toBe("4800");
    const earlier = await rowsOf(await chart("csv", { query: `?fy=2023&asOf=${before}` }));
    expect(earlier.map((row) => row.実績)).toEqual(["900", "990", "1350", "未報告", "未報告"]);
    expect((await chart("svg", { query: "?fy=2023&asOf=1999-13-01" })).status).toBe(404);
    expect((await chart("svg", {}, "SHG-99-9-a")).status).toBe(404);
  });

  it("is a picture of twice the size, or says that there is no browser", async () => {
    const response = await chart("png");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.headers.get("Content-Type")).toBe("image/png");
    expect(String.fromCharCode(...bytes.slice(1, 4))).toBe("PNG");
    expect(new DataView(bytes.buffer).getUint32(16)).toBe(2 * (660 + 56));
    process.env.PORTAL_PDF = "off";
    await closeBrowser();
    const without = await chart("png", { query: "?fy=2022" });
    delete process.env.PORTAL_PDF;
    expect(without.status).toBe(503);
    expect(await without.json()).toMatchObject({
      detail: expect.stringContaining("the same drawing as SVG"),
    });
  });

  it("is there for milestones in words, too", async () => {
    const svg = await (await chart("svg", {}, words)).text();
    expect(svg).toContain("締結済み");
    const rows = await rowsOf(await chart("csv", {}, words));
    expect(rows[1]?.年度目標).toBe("締結済み");
  });

  it("holds no formula, whatever a plan names its indicators", async () => {
    await redefine(portal.owner, "jewels", ({ indicators }) => {
      for (const one of indicators) if (one.code === kpi) one.name = "=1+1<b>&";
    });
    expect((await rowsOf(await chart("csv")))[0]?.指標).toBe("'=1+1<b>&");
    expect(await (await chart("svg")).text()).toContain("=1+1&lt;b&gt;&amp;");
  });

  it("reads English where English was chosen", async () => {
    const svg = await (await chart("svg", { language: "en" })).text();
    expect(svg).toContain("The projection is an estimate");
    expect(svg).not.toContain("見込み");
  });
});

describe("the map of an indicator", () => {
  const pageOf = async (code: string, query: string) => {
    const path = `/plans/jewels/indicators/${code}/comparison${query}`;
    const params = { plan: "jewels", indicator: code };
    return (await comparisonPage(routeArgs(path, { params, cookie }))).html;
  };

  it("is saved with the values beside it, per capita and from year to year", async () => {
    const svg = await (await comparison("svg")).text();
    for (const said of ["佐賀県", "177社", "未報告", "svg-maps"]) expect(svg).toContain(said);
    expect(svg).not.toMatch(/ class=/);
    const rows = await rowsOf(await comparison("csv"));
    const saga = rows.find((row) => row.団体 === "佐賀県");
    // 177 among 811,442 people.
    expect(saga).toMatchObject({
      "令和5（2023）年度": "177",
      人口10万人当たり: "21.81",
      "令和4（2022）年度": "150",
      順位: "1",
    });
    expect(rows.find((row) => row.団体 === "福岡県")).toMatchObject({
      "令和5（2023）年度": "",
      値の状態: "未報告",
    });
  });

  it("shows marks where each can be held against the target, and figures where only the total can", async () => {
    const byMark = await pageOf(rate, "?fy=2023&by=mark");
    expect(byMark).toContain("団体ごとの値を域内の目標に当てはめた参考のもの");
    expect(byMark).not.toBe(await pageOf(rate, "?fy=2023"));
    const rows = await rowsOf(await comparison("csv", {}, rate));
    const marks = rows.map((row) => [row.団体, row["評価（参考）"]]);
    expect(marks.filter(([, mark]) => mark !== "")).toEqual([
      ["佐賀県", "未達"],
      ["大分県", "達成"],
    ]);
    const sum = await pageOf(kpi, "?fy=2023&by=mark");
    expect(sum).toContain("合計を目標とする指標のため");
    expect(await pageOf(rate, "?fy=2023&by=nonsense")).toBe(await pageOf(rate, "?fy=2023"));
  });

  it("is none for strangers, nor for what nobody reports", async () => {
    expect((await comparison("svg", { member: false })).status).toBe(404);
    expect((await comparison("csv", {}, "SGT-o2")).status).toBe(404);
  });
});

it("the table of organisations and KPIs is saved as CSV and for Excel", async () => {
  const rows = await rowsOf(await fileOf(matrixFile, "matrix.csv"));
  expect(rows.find((row) => row.指標番号 === kpi)).toMatchObject({
    佐賀県: "177",
    大分県: "未報告",
  });
  const xlsx = await fileOf(matrixFile, "matrix.xlsx");
  const [sheet] = Object.values(read(new Uint8Array(await xlsx.arrayBuffer())).Sheets);
  const cells = sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1 }).flat() : [];
  expect(cells).toContain(177);
  expect((await fileOf(matrixFile, "matrix.csv", { member: false })).status).toBe(404);
});

describe("the KPIs of a PT side by side", () => {
  it("are drawn each once, described, with their table, on a page that stays light", async () => {
    const params = { plan: "jewels", node: "SHG" };
    const { html } = await goalPage(
      routeArgs("/plans/jewels/goals/SHG?fy=2023", { params, cookie }),
    );
    const drawings = html.match(/role="img" aria-label="[^"]*：[^"]*の目標/g) ?? [];
    const reading = await readNode(
      actingAs(portal, await createPerson(portal.owner, "council viewer")),
      { plan: "jewels", kind: "goal", node: "SHG" },
      2023,
    );
    const codes = reading?.roadmaps.map(({ indicator }) => indicator.code) ?? [];
    expect(new Set(codes).size).toBe(codes.length);
    // Of one the plan says nothing by years, and nobody has reported it.
    expect(drawings.length).toBe(codes.length - 1);
    expect(new Set(drawings).size).toBe(drawings.length);
    expect(html).toContain("KPIの年度別の実績と目標");
    expect(gzipSync(html).byteLength).toBeLessThan(45_000);
  });

  it("cost the page no further statement", async () => {
    const counted = countedDatabase(portal.urls.appUrl);
    const person = await createPerson(portal.owner, "council viewer");
    const context = { ...actingAs(portal, person), database: counted.database };
    const statements = (kind: "goal" | "policy", node: string) =>
      counted.statementsOf(() => readNode(context, { plan: "jewels", kind, node }, 2023));
    await statements("goal", "SHG");
    const [goal, policy] = [await statements("goal", "SHG"), await statements("policy", "SHG-4")];
    await counted.close();
    expect(goal.length).toBeLessThanOrEqual(policy.length);
  });
});

it("an indicator's page says what is drawn on, from what, and leads to its files", async () => {
  const params = { plan: "jewels", indicator: kpi };
  const path = `/plans/jewels/indicators/${kpi}?fy=2023`;
  const { html } = await indicatorPage(routeArgs(path, { params, cookie }));
  expect(html).toContain("R2、R3、R4の値について");
  expect(html).toContain("約1,800社（1,665～1,935社）");
  for (const type of ["svg", "png", "csv"])
    expect(html).toContain(`/plans/jewels/indicators/${kpi}/chart.${type}?fy=2023`);
  const asOf = `${path}&asOf=${before}`;
  const earlier = await indicatorPage(routeArgs(asOf, { params, cookie }));
  expect(earlier.html).toContain(`chart.svg?fy=2023&amp;asOf=${encodeURIComponent(before)}`);
});
