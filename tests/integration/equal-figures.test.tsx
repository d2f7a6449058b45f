import { read, utils } from "@e965/xlsx";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PackDocument } from "#app/components/pack/pack-document.tsx";
import type { UnjudgedReason } from "#app/domain/evaluation/evaluate.ts";
import { formatFigure, formatRate } from "#app/domain/figure/format.ts";
import type { PackContent } from "#app/domain/pack/content.ts";
import { unjudgedLabels } from "#app/i18n/labels.ts";
import type { presentRollup } from "#app/lib/api/present.ts";
import { renderWorkbook } from "#app/lib/export/workbook.server.ts";
import type { KeptPage } from "#app/lib/kept-page.server.tsx";
import { packWorkbook } from "#app/lib/pack/workbook.ts";
import { loader as apiRollup } from "#app/routes/api/rollup.ts";
import { loader as indicatorPage } from "#app/routes/plans/indicator.tsx";
import { readPackContent } from "#app/services/pack/read-content.server.ts";
import { seed } from "#seeds/run.ts";
import { publishYear } from "#tests/factories/editions.ts";
import { createPerson } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { actingAs } from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

// One edition, four places to read it in: the page of a KPI, the API, the council pack and its
// workbook say the same of every KPI of the plan, to the letter.

let portal: Portal;
let endWeb: () => Promise<void>;

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  await seed({ ownerUrl: portal.urls.ownerUrl, demo: true, log: () => {} });
  await publishYear(portal.owner, "jewels", 2023);
}, 60_000);
afterAll(async () => {
  await endWeb();
  await portal.close();
});

type Results = ReturnType<typeof presentRollup>["indicators"];
/** What a reader sees of a KPI in a year. */
type Seen = { target: string; actual: string; rate: string; mark: string };

const none = "－";
/** What stands in a piece of markup, without what is only spoken and what is said of a figure. */
const wordsOf = (markup: string) =>
  markup
    .replace(/<span class="sr-only">.*?<\/span>/g, "")
    .replace(/<[^>]+>/g, "")
    .replace(/部分集計|デモ|按分|集計中(?=.)|(?<=.)集計中$/g, "")
    .trim();

/** A KPI's own page, as everybody reads the edition. */
async function pageOf(plan: string, code: string, fy: number): Promise<Record<string, string>> {
  const path = `/plans/${plan}/indicators/${code}?fy=${fy}`;
  const args = routeArgs(path, { params: { plan, indicator: code } });
  const { html } = (await indicatorPage(args)) as KeptPage;
  const facts = [
    ...html.matchAll(
      /<dt[^>]*>(.*?)<\/dt><dd[^>]*><span[^>]*>(.*?)<\/span>(?=<span class="block|<\/dd>)/g,
    ),
  ];
  return Object.fromEntries(
    facts.map(([, term = "", said = ""]) => [wordsOf(term), wordsOf(said)]),
  );
}

/** The rows of the list of all KPIs in the pack, by code. */
function rowsOf(content: PackContent): Map<string, string[]> {
  const markup = renderToStaticMarkup(<PackDocument content={content} pages={new Map()} />);
  return new Map(
    [...markup.matchAll(/<tbody><tr>(.*?)<\/tr><\/tbody>/g)].map(([, row = ""]) => {
      const cells = [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) =>
        wordsOf(cell),
      );
      return [cells[0] ?? "", cells];
    }),
  );
}

/** The rows of the workbook as Excel shows them, by code and head. */
async function workbookOf(content: PackContent): Promise<Map<string, Record<string, string>>> {
  const bytes = await renderWorkbook(packWorkbook(content));
  const sheet = read(bytes, { UTC: true, cellText: true, cellNF: true }).Sheets.KPI一覧;
  const lines = sheet ? utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false }) : [];
  const head = lines.find((line) => line.includes("番号")) ?? [];
  return new Map(
    lines.map((line) => [
      line[head.indexOf("番号")] ?? "",
      Object.fromEntries(head.map((name, at) => [name, line[at] ?? ""])),
    ]),
  );
}

describe.each([
  ["jewels", 2023, "R5", "council editor"],
  ["kurume", 2016, "H28", "kurume editor"],
  ["kitakyushu", 2016, "H28", "kitakyushu editor"],
] as const)("%s", (plan, fy, year, post) => {
  it("says the same of every KPI on its page, in the API, in the pack and in its workbook", async () => {
    const goals = await portal.owner<{ code: string }[]>`
      select n.code from plan_nodes n join plans p on p.id = n.plan_id
      where p.code = ${plan} and n.kind = 'goal'`;
    const office = actingAs(portal, await createPerson(portal.owner, post));
    const content = await readPackContent(office, plan, {
      fy,
      edition: 1,
      meeting: "会議",
      meetingOn: "2026-11-20",
      pts: goals.map(({ code }) => code),
      parts: ["table"],
    });
    const answer = await apiRollup(
      routeArgs(`/api/v1/plans/${plan}/rollup?fy=${fy}`, { params: { plan } }),
    );
    const { indicators } = (await answer.json()) as { indicators: Results };
    const { rateDisplay, marks } = content.rubric;
    const [rows, cells] = [rowsOf(content), await workbookOf(content)];
    const figures = await portal.owner<{ code: string }[]>`
      select distinct i.code from indicators i join indicator_nodes x on x.indicator_id = i.id
      join plans p on p.id = i.plan_id where p.code = ${plan} and x.role <> 'part'`;
    const shown = new Set(figures.map(({ code }) => code));
    let compared = 0;
    for (const result of indicators.filter(({ code }) => shown.has(code))) {
      const { code, unit, actualPrinted, actualText, mark, unjudged } = result;
      const page = await pageOf(plan, code, fy);
      const [row = [], book = {}] = [rows.get(code), cells.get(code)];
      const why = unjudged === null ? none : unjudgedLabels[unjudged as UnjudgedReason];
      if (result.reported === null) {
        // Outside its term nobody says anything.
        expect(page, code).toEqual({});
        expect([row[4], row[5], row[7], book.評価], code).toEqual([
          "",
          "",
          "対象期間外",
          "対象期間外",
        ]);
        continue;
      }
      compared += 1;
      const { [`${year}目標`]: target = "", 達成率: rate = "" } = page;
      const actual = page[`${year}実績（域内）`] ?? page[`${year}実績`] ?? "";
      const ofPage: Seen = {
        target,
        actual,
        rate,
        mark: page.評価 ?? "",
      };
      const label = marks.find(({ symbol }) => symbol === mark)?.label ?? mark ?? why;

      // The API's exact figures are what the page shows.
      const figure =
        actualPrinted === null ? (actualText ?? none) : `${formatFigure(actualPrinted)}${unit}`;
      expect(ofPage, code).toMatchObject({
        actual: figure,
        rate: formatRate(result.achievementRate, rateDisplay),
        mark: expect.stringContaining(label),
      });

      // The pack's row, and in the place of a figure that there is not, why.
      const [, , , , packTarget, packActual = "", packRate, packMark = ""] = row;
      expect([packTarget, packRate], code).toEqual([ofPage.target, ofPage.rate]);
      expect(packActual, code).toBe(figure === none ? why : figure);
      expect(packMark, code).toMatch(mark === null ? why : new RegExp(`^${mark}`));

      // The workbook's numbers as Excel writes them.
      const bareTarget = ofPage.target.slice(0, ofPage.target.length - unit.length);
      expect(book, code).toMatchObject({
        [`${year}目標`]: result.expected === null ? ofPage.target : bareTarget,
        [`${year}実績`]: actualPrinted === null ? (actualText ?? why) : formatFigure(actualPrinted),
        "達成率（％）": ofPage.rate.replace("％", ""),
        評価: mark ?? why,
      });
    }
    expect(compared).toBeGreaterThan(5);
    expect(rows.size).toBeGreaterThanOrEqual(shown.size);
  });
});
