import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Rules axe counts as good practice, which an official site does not leave out. */
const structure = [
  "heading-order",
  "page-has-heading-one",
  "landmark-one-main",
  "landmark-unique",
  "region",
  "empty-table-header",
];

/**
 * Fails with the rule and the elements when a page breaks WCAG 2.2 AA or its outline is broken. Contrast,
 * which takes most of the time, is left out of a second look at the same page: no colour depends on the size.
 */
export async function expectAccessible(page: Page, { again = false } = {}): Promise<void> {
  // A button on its way from one colour to the next is no contrast that anybody reads.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { violations } = await new AxeBuilder({ page })
    // No frames here, so no second page is needed to put results together.
    .setLegacyMode()
    .options({
      runOnly: { type: "tag", values: levels },
      rules: {
        ...Object.fromEntries(structure.map((rule) => [rule, { enabled: true }])),
        "color-contrast": { enabled: !again },
      },
      // No videos, whose length it would wait for.
      preload: false,
      resultTypes: ["violations"],
    })
    .analyze();
  const found = violations.map(({ id, nodes }) => ({
    rule: id,
    where: nodes.map((node) => node.target.join(" ")),
  }));
  expect.soft(found, await page.title()).toEqual([]);
}
