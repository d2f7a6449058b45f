import { expect, test } from "@playwright/test";
import { paths } from "#app/site/paths.ts";
import { expectCellsToHold, expectToFit } from "./layout.ts";
import { signIn } from "./people.ts";

/** A4 at 96 dpi, and what the margins of the print style leave of it. */
const sheet = 794;
const printable = sheet - Math.round(((13 + 13) / 25.4) * 96);

const councilPages = {
  region: paths.plan("jewels", 2023),
  goal: paths.node("jewels", { kind: "goal", code: "ANS" }, 2023),
  indicator: paths.indicator("jewels", "SHG-4-1-a", 2023),
  "indicator with a rate": paths.indicator("jewels", "JSD-2-1-b-1", 2023),
};
const workspacePages = {
  workspace: paths.workspace("saga"),
  "PT workspace": paths.pt("saga", "jewels", "SHG", 2023),
};
const explainedPages = {
  explanation: paths.explanation("jewels", "JNZ-2-1-a", 2023),
  "explanation of a rate": paths.explanation("jewels", "JSD-2-1-b-1", 2023),
  "explanation in words": paths.explanation("jewels", "ANS-3-1-a-2", 2023),
  count: paths.count("jewels", { kind: "goal", code: "SHG" }, 2023),
};
/** Nothing on them is made up, which they would have to say. */
const publishedPages = {
  "city's plan": paths.plan("kurume", 2016),
  "city's goal": paths.node("kurume", { kind: "goal", code: "G2" }, 2016),
  "city's project": paths.node("kitakyushu", { kind: "project", code: "M003" }, 2016),
  "published explanation": paths.explanation("kurume", "T3", 2016),
  "published count": paths.count("kitakyushu", { kind: "goal", code: "G1" }, 2016),
  strategy: paths.node("mine", { kind: "strategy", code: "S2" }),
  rubric: paths.rubric("kurume"),
  "plan health check": paths.health("kitakyushu"),
  sheets: paths.sheets("mine"),
};

for (const [person, pages, demo] of [
  ["viewer@council.example.jp", councilPages, true],
  ["viewer@council.example.jp", explainedPages, true],
  ["editor@saga.example.jp", workspacePages, true],
  [null, publishedPages, false],
] as const) {
  for (const [name, path] of Object.entries(pages)) {
    test(`the ${name} page prints on A4 with nothing cut off`, async ({ page }) => {
      if (person) await signIn(page, person);
      await page.goto(path);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0).toBeGreaterThan(0);
      // A4 in points
      expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?\s*\]/);

      await page.emulateMedia({ media: "print" });
      for (const width of [sheet, printable]) {
        await page.setViewportSize({ width, height: 1123 });
        // Also what a scrolling box would hide: paper does not scroll.
        const beyond = await page.evaluate((limit) => {
          const elements = [...document.querySelectorAll("main *")];
          return elements
            .filter((element) => element.getClientRects().length > 0)
            .filter((element) => !element.closest(".sr-only"))
            .filter((element) => element.getBoundingClientRect().right > limit + 1)
            .map((element) => `${element.tagName} ${element.textContent?.trim().slice(0, 30)}`);
        }, width);
        expect(beyond).toEqual([]);
        await expectToFit(page, name);
        await expectCellsToHold(page, name);
      }
      const notice = page.getByText("デモデータ");
      if (demo) await expect(notice.first()).toBeVisible();
      else await expect(notice).toHaveCount(0);
      await expect(page.getByRole("navigation")).toHaveCount(0);
    });
  }
}
